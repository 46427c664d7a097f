import type { EntityManager } from 'typeorm';
import { auditEntry, type AuditEntry } from './audit-trail.view.js';
import { holdingAll } from './search-words.js';
import { submittedOnly } from './submitted-only.js';

/** Somebody in the audit trail. */
export interface PersonFound {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly facts: number;
  /** Of the last fact of theirs. */
  readonly position: number;
}

interface TrailFound {
  readonly people: readonly PersonFound[];
  readonly facts: readonly AuditEntry[];
  /** The facts of each command, in order. */
  readonly commands: readonly (readonly AuditEntry[])[];
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** One request seldom leads to more. */
const mostOfOneId = 200;

/**
 * Finds facts by position (`#123`), by the id of a fact, its command or its request, or by words of its sentence; and
 * people by words of their names or ids. For auditors alone.
 */
export const searchTrail = async (
  manager: EntityManager,
  typed: string,
  words: readonly string[],
  { position, limit }: { readonly position: number; readonly limit: number },
): Promise<TrailFound> => {
  const entries = () =>
    submittedOnly(manager.getRepository(auditEntry).createQueryBuilder('entry').where('true'), position);

  const [, place] = /^#(\d{1,15})$/.exec(typed) ?? [];
  if (place !== undefined) {
    const facts = await entries().andWhere('entry.position = :place', { place }).getMany();
    return { people: [], facts, commands: [] };
  }
  if (uuid.test(typed)) {
    const id = typed.toLowerCase();
    const found = await entries()
      .andWhere('(entry.factId = :id or entry.commandId = :id or entry.correlationId = :id)', { id })
      .orderBy('entry.position')
      .limit(mostOfOneId)
      .getMany();
    const followed = found.filter(({ commandId, correlationId }) => commandId === id || correlationId === id);
    const commandIds = [...new Set(followed.map(({ commandId }) => commandId))];
    return {
      people: [],
      facts: found.filter(({ factId }) => factId === id),
      commands: commandIds.map((commandId) => followed.filter((entry) => entry.commandId === commandId)),
    };
  }

  const people = await entries()
    .select(['entry.actorId as id', 'max(entry.actorName) as name', 'max(entry.organisation) as organisation'])
    .addSelect('count(*)::int', 'facts')
    .addSelect('max(entry.position)::text', 'position')
    .andWhere(...holdingAll(`lower(entry.actorName || ' ' || entry.actorId)`, words))
    .groupBy('entry.actorId')
    .orderBy('max(entry.position)', 'DESC')
    .limit(limit)
    .getRawMany<Omit<PersonFound, 'position'> & { readonly position: string }>();
  const facts = await entries()
    .andWhere(...holdingAll('lower(entry.sentence)', words))
    .orderBy('entry.position', 'DESC')
    .limit(limit)
    .getMany();
  return { people: people.map((one) => ({ ...one, position: Number(one.position) })), facts, commands: [] };
};
