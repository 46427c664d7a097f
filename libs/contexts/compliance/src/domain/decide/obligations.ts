import { refuse } from '@exeat/kernel';
import type { ComplianceCommandNamed } from '../commands.js';
import type { ComplianceRefusal } from '../refusals.js';
import type { IssuedLicence, Licence, Obligation } from '../ledger.js';
import { byItsHolder, notYourLicence } from '../rules.js';

/** Fulfils an obligation with its evidence, in time or late. Doing it again with the same evidence changes nothing. */
export const fulfilObligation = (command: ComplianceCommandNamed<'FulfilObligation'>, licence: Licence) => {
  if (!byItsHolder(licence, command)) return notYourLicence();
  const { obligationId, reference } = command.data;
  const obligation = obligationOf(licence, obligationId);
  if (!obligation) return unknown(licence);
  if (obligation.status === 'fulfilled')
    return obligation.reference === reference
      ? []
      : refuse<ComplianceRefusal>(
          'ALREADY_FULFILLED',
          `This was fulfilled with ${obligation.reference} before; nothing more is owed.`,
          '/reference',
        );
  const late = command.at >= obligation.dueAt;
  return [{ type: 'ObligationFulfilled', data: { obligationId, reference, late, owed: owedBy(obligation) } } as const];
};

export const noteOverdue = ({ data, at }: ComplianceCommandNamed<'NoteOverdue'>, licence: IssuedLicence) => {
  const obligation = obligationOf(licence, data.obligationId);
  if (!obligation) return unknown(licence);
  if (obligation.status !== 'open') return [];
  const { obligationId, dueAt } = obligation;
  if (at < dueAt) return refuse<ComplianceRefusal>('NOT_YET_DUE', `This is due before ${dueAt}.`);
  return [{ type: 'ObligationBecameOverdue', data: { obligationId, dueAt, owed: owedBy(obligation) } } as const];
};

const obligationOf = ({ obligations }: IssuedLicence, id: string) =>
  obligations.find(({ obligationId }) => obligationId === id);

const owedBy = ({ evidence, about, amount }: Obligation) => ({ evidence, about, ...(amount && { amount }) });

const unknown = ({ licenceNumber }: IssuedLicence) =>
  refuse<ComplianceRefusal>('UNKNOWN_OBLIGATION', `Licence ${licenceNumber} has no such obligation.`);
