import type { AuditEntry, PersonFound } from '@exeat/audit';
import { organisationName } from '@exeat/auth';
import type { Actor, Instant } from '@exeat/kernel';
import { z } from 'zod';
import { summarySeenBy } from '../case-overview/case-as-seen.js';
import type { CaseOverview } from '../case-overview/case-overview.row.js';
import type { RegisteredLicence } from '../licence-register/licence-register.view.js';

export const foundSchema = z.strictObject({
  kind: z.enum(['case', 'licence', 'person', 'command', 'fact']),
  title: z.string(),
  detail: z.string(),
  caseId: z.string().optional(),
  licenceNumber: z.string().optional(),
  person: z.string().optional().describe('The id of a person, as the audit trail filters by it.'),
  position: z.int().optional().describe('Of the fact; of the first of a command; of the last of a person.'),
});
export type Found = Readonly<z.infer<typeof foundSchema>>;

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');

/** As the reader sees the case in a list. */
export const caseFound = (row: CaseOverview, by: Actor, now: Instant): Found => {
  const { caseId, number, reference, applicantName, statusInWords, items } = summarySeenBy(by, row, now);
  const wanted = items.map(({ quantity, model }) => `${quantity} ${model}`).join(', ');
  return {
    kind: 'case',
    title: number ?? reference,
    detail: joined(applicantName, number === null ? '' : reference, statusInWords, wanted),
    caseId,
  };
};

const licenceStatus = { 'in-force': 'In force', exhausted: 'Exhausted', expired: 'Expired' } as const;

/** As it stands in the register: whose, how long it is valid, and for what. */
export const licenceFound = ({ key, caseId, holderName, status, validUntil, lines }: RegisteredLicence): Found => ({
  kind: 'licence',
  title: key,
  detail: joined(
    holderName,
    `${licenceStatus[status]}, valid until ${validUntil}`,
    lines.map(({ quantity, model }) => `${quantity} ${model}`).join(', '),
  ),
  caseId,
  licenceNumber: key,
});

const counted = (facts: number): string => (facts === 1 ? '1 fact' : `${facts} facts`);

export const personFound = ({ id, name, organisation, facts, position }: PersonFound): Found => ({
  kind: 'person',
  title: name,
  detail: joined(id, organisationName(organisation), counted(facts)),
  person: id,
  position,
});

export const factFound = ({ position, type, at, sentence, caseId }: AuditEntry): Found => ({
  kind: 'fact',
  title: sentence,
  detail: joined(`#${position}`, type, at),
  caseId,
  position,
});

/** The facts of one command as one thing found; nothing where the reader may see none of them. */
export const commandFound = (facts: readonly AuditEntry[]): readonly Found[] => {
  const [first] = facts;
  if (!first) return [];
  const { commandId, actorName, at, caseId, position } = first;
  const types = facts.map(({ type }) => type).join(', ');
  return [
    {
      kind: 'command',
      title: commandId,
      detail: joined(actorName, at, counted(facts.length), types),
      caseId,
      position,
    },
  ];
};

/** So many of several lists: each has its turn, so that none crowds out another; in the order of the lists. */
export const fairly = <Each>(lists: readonly (readonly Each[])[], most: number): readonly Each[] => {
  const taken = lists.map(() => 0);
  for (let left = most, round = 0; left > 0 && lists.some((list) => list.length > round); round++)
    lists.forEach((list, index) => {
      if (left === 0 || list.length <= round) return;
      taken[index] = round + 1;
      left -= 1;
    });
  return lists.flatMap((list, index) => list.slice(0, taken[index]));
};
