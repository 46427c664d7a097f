import type pg from 'pg';
import { FactNotStorable, type Append, type AppendOutcome, type Expectation } from './contract.js';
import { newFactId } from './fact-id.js';
import type { FactRegistry } from './fact-registry.js';

/** A command made ready to go: its facts as text, checked against their definitions. */
export interface Prepared {
  readonly command: Append;
  readonly meta: string;
  readonly facts: readonly PreparedFact[];
  readonly bytes: number;
}

interface PreparedFact {
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: string;
}

/** Splits the values of a column. JSON text never holds it, because control characters are escaped there. */
const separator = '\u001f';
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Throws `FactNotStorable`: what cannot be stored is turned away before it keeps others waiting. */
export const prepare = (command: Append, registry: FactRegistry): Prepared => {
  for (const [name, id] of Object.entries({ commandId: command.commandId, caseId: command.caseId }))
    if (!uuid.test(id)) throw new FactNotStorable(`${name} is not a UUID: ${JSON.stringify(id)}.`);
  for (const [name, text] of Object.entries({ stream: command.stream, requestDigest: command.requestDigest }))
    if (text === '' || text.includes(separator)) throw new FactNotStorable(`${name} is empty or holds U+001F.`);
  const facts = command.facts.map((fact) => ({
    id: newFactId(),
    type: fact.type,
    schemaVersion: registry.versionFor(fact),
    data: JSON.stringify(fact.data),
  }));
  const meta = JSON.stringify(command.meta);
  const bytes = facts.reduce((sum, { data }) => sum + data.length + 100, meta.length + 300);
  return { command, meta, facts, bytes };
};

const columns = [
  ...['uuid', 'text', 'text', 'uuid', 'integer', 'integer', 'jsonb'],
  ...['integer', 'integer', 'uuid', 'text', 'integer', 'jsonb'],
].map((type, index) => `string_to_array($${index + 1}, U&'\\001F')::${type}[]`);

/**
 * The one call of es.append for a batch. Each column travels as one text and is taken apart by the server before the
 * log is locked: measured, this costs both sides less than array literals (escaping) or one JSON document (parsing).
 */
export const appendCall = (batch: readonly Prepared[]): pg.QueryArrayConfig & { query_timeout: number } => {
  const facts = batch.flatMap(({ facts }, command) => facts.map((fact, index) => ({ ...fact, command, index })));
  const values = [
    batch.map(({ command }) => command.commandId),
    batch.map(({ command }) => command.requestDigest),
    batch.map(({ command }) => command.stream),
    batch.map(({ command }) => command.caseId),
    batch.map(({ command }) => expectationCode(command.expect)),
    batch.map(({ facts }) => facts.length),
    batch.map(({ meta }) => meta),
    facts.map(({ command }) => command + 1),
    facts.map(({ index }) => index + 1),
    facts.map(({ id }) => id),
    facts.map(({ type }) => type),
    facts.map(({ schemaVersion }) => schemaVersion),
    facts.map(({ data }) => data),
  ].map((column) => column.join(separator));
  return {
    name: 'es-append',
    text: `select * from es.append(${columns.join(', ')})`,
    values,
    rowMode: 'array',
    // Longer than the server waits for the log; then the connection is given up and the answer asked for anew.
    query_timeout: 20_000,
  };
};

const expectationCode = (expect: Expectation): number => {
  switch (expect) {
    case 'none':
      return 0;
    case 'exists':
      return -1;
    case 'any':
      return -2;
    default:
      return expect.exact;
  }
};

/** A row of es.append's answer. */
export type AppendRow = readonly [
  outcome: AppendOutcome['outcome'],
  version: number,
  position: string,
  firstFacts: number | null,
  firstStream: string | null,
  firstCaseId: string | null,
];

/** The answer to one command of the batch; a repeated one carries the first receipt, which may name another stream. */
export const outcomeOf = ({ command }: Prepared, row: AppendRow): AppendOutcome => {
  const [outcome, version, position, firstFacts, firstStream, firstCaseId] = row;
  if (outcome === 'conflict') return { outcome, actualVersion: version };
  if (outcome === 'mismatch') return { outcome };
  const { commandId, requestDigest, stream, caseId, facts } = command;
  return {
    outcome,
    receipt: {
      commandId,
      requestDigest,
      stream: firstStream ?? stream,
      caseId: firstCaseId ?? caseId,
      version,
      position: Number(position),
      facts: firstFacts ?? facts.length,
    },
  };
};
