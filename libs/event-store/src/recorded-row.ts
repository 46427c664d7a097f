import type { FactMeta, Recorded } from '@exeat/kernel';
import type pg from 'pg';
import { StoreCorrupted, type Receipt } from './contract.js';
import type { FactRegistry } from './fact-registry.js';

/** Columns of es.facts f, in the order of `FactRow`. Time is read as text: `Date` would lose its microseconds. */
export const factColumns = [
  ...[
    'f.position',
    'f.stream',
    'f.version',
    'f.fact_id',
    'f.case_id',
    'f.type',
    'f.schema_version',
    'f.data',
    'f.meta',
  ],
  `(f.recorded_at at time zone 'UTC')::text`,
].join(', ');

export type FactRow = readonly [string, string, string, string, string, string, string, string, string, string];
export type ReceiptRow = readonly [string, string, string, string, string, string, string];

/** Every value as the text that came over the wire: what each one is, is decided here and nowhere else. */
export const asText: pg.CustomTypesConfig = { getTypeParser: () => (value: string | Buffer) => value };

/** A row as a fact in today's form. Throws `StoreCorrupted` where its type or version is not known here. */
export const recordedFrom = (row: FactRow, registry: FactRegistry): Recorded => {
  const [position, stream, version, factId, caseId, type, schemaVersion, data, meta, recordedAt] = row;
  const stored = Number(schemaVersion);
  return {
    position: safeInteger(position),
    stream,
    version: Number(version),
    factId,
    caseId,
    type,
    schemaVersion: stored,
    data: registry.lift(type, stored, JSON.parse(data)),
    meta: JSON.parse(meta) as FactMeta,
    recordedAt: isoMicroseconds(recordedAt),
  };
};

/** A row as the receipt of a command. */
export const receiptFrom = ([
  commandId,
  requestDigest,
  stream,
  caseId,
  version,
  position,
  facts,
]: ReceiptRow): Receipt => ({
  commandId,
  requestDigest,
  stream,
  caseId,
  version: Number(version),
  position: safeInteger(position),
  facts: Number(facts),
});

/** An int8. Throws `StoreCorrupted` beyond what a number holds exactly, rather than rounding a position. */
export const safeInteger = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new StoreCorrupted(`${text} is more than can be counted exactly.`);
  return value;
};

/** `2026-01-15 09:30:00.12`, in UTC, as `2026-01-15T09:30:00.120000Z`: always as long, so that it sorts as text. */
export const isoMicroseconds = (text: string): string =>
  `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20).padEnd(6, '0')}Z`;

/** Throws `StoreCorrupted` unless the facts begin right after `after` and follow each other without a hole. */
export const assertContiguous = (facts: readonly Recorded[], after: number): void => {
  facts.forEach(({ position }, index) => {
    const expected = after + index + 1;
    if (position !== expected) throw new StoreCorrupted(`Position ${expected} is missing: ${position} follows.`);
  });
};
