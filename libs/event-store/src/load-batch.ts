import type { Fact } from '@exeat/kernel';
import { StoreCorrupted, type Loaded } from './contract.js';
import type { FactRegistry } from './fact-registry.js';
import { receiptFrom, recordedFrom, type FactRow, type ReceiptRow } from './recorded-row.js';

/** A stream that is wanted, and the command that is about to be decided on it. */
export interface LoadAsk {
  readonly stream: string;
  readonly commandId: string | undefined;
}

/** A row of es.load's answer, as text: which stream of the batch, then a fact of it, then the receipt. */
export type LoadRow = readonly [asked: string, ...FactRow, ...ReceiptRow];

const factCount = 10;

/** The one call of es.load for a batch. */
export const loadCall = (asks: readonly LoadAsk[]) => ({
  name: 'es-load',
  text: 'select * from es.load($1, $2)',
  values: [asks.map(({ stream }) => stream), asks.map(({ commandId }) => commandId ?? null)],
});

/** What each stream of the batch holds. One that cannot be read fails by itself, with `StoreCorrupted`. */
export const loadedFrom = (
  asks: readonly LoadAsk[],
  rows: readonly LoadRow[],
  registry: FactRegistry,
): readonly PromiseSettledResult<Loaded<Fact>>[] => {
  const own: LoadRow[][] = asks.map(() => []);
  for (const row of rows) own[Number(row[0]) - 1]?.push(row);
  return asks.map(({ stream }, index) => {
    try {
      return { status: 'fulfilled', value: loaded(stream, own[index] ?? [], registry) };
    } catch (reason) {
      return { status: 'rejected', reason };
    }
  });
};

const loaded = (stream: string, rows: readonly LoadRow[], registry: FactRegistry): Loaded<Fact> => {
  const facts = rows
    .map((row) => row.slice(1, 1 + factCount) as unknown as FactRow)
    .filter(([position]) => position !== null)
    .map((row) => recordedFrom(row, registry));
  facts.forEach(({ version }, index) => {
    if (version !== index + 1) throw new StoreCorrupted(`Version ${index + 1} of ${stream} is missing.`);
  });
  const receipt = rows[0]?.slice(1 + factCount) as unknown as ReceiptRow | undefined;
  return {
    facts,
    version: facts.length,
    ...(receipt && receipt[0] !== null && { receipt: receiptFrom(receipt) }),
  };
};
