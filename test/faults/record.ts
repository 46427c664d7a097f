import { setTimeout as pause } from 'node:timers/promises';
import type { SignedInClient } from '@exeat/auth';
import type { BuildReport, ListenerStatus } from '@exeat/messaging';
import pg from 'pg';
import type { Accepted } from './exporter.js';

export interface StoredFact {
  readonly position: number;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly caseId: string;
  readonly commandId: string;
}

interface Receipt {
  readonly commandId: string;
  readonly caseId: string;
  readonly version: number;
  readonly position: number;
  readonly facts: number;
}

/** The whole record of an installation, read past the platform. */
export interface TheRecord {
  readonly facts: readonly StoredFact[];
  readonly receipts: ReadonlyMap<string, Receipt>;
}

export const askPostgres = async <Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<readonly Row[]> => {
  const client = new pg.Client({ connectionString: url });
  // A server that is killed ends the connection, and the question fails by itself.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
};

export const readRecord = async (url: string): Promise<TheRecord> => {
  const facts = await askPostgres<StoredFact & pg.QueryResultRow>(
    url,
    `select position::int, stream, version, type, case_id as "caseId", meta ->> 'commandId' as "commandId"
     from es.facts order by position`,
  );
  const receipts = await askPostgres<Receipt & pg.QueryResultRow>(
    url,
    `select command_id as "commandId", case_id as "caseId", version, position::int, facts from es.receipts`,
  );
  return { facts, receipts: new Map(receipts.map((receipt) => [receipt.commandId, receipt])) };
};

/** What is wrong with a record in itself: holes, doubled commands, facts that no receipt tells of. Empty where nothing is. */
export const flawsOf = ({ facts, receipts }: TheRecord): readonly string[] => {
  const flaws: string[] = [];
  const versions = new Map<string, number>();
  const byCommand = new Map<string, StoredFact[]>();
  facts.forEach((fact, index) => {
    const { position, stream, version, commandId } = fact;
    if (position !== index + 1) flaws.push(`position ${position} stands where ${index + 1} should`);
    if (version !== (versions.get(stream) ?? 0) + 1) flaws.push(`${stream} has version ${version} at ${position}`);
    versions.set(stream, version);
    byCommand.set(commandId, [...(byCommand.get(commandId) ?? []), fact]);
  });
  for (const [commandId, own] of byCommand) {
    const receipt = receipts.get(commandId);
    if (!receipt) flaws.push(`command ${commandId} has facts and no receipt`);
    else if (receipt.facts !== own.length || receipt.position !== own.at(-1)?.position)
      flaws.push(`command ${commandId} has ${own.length} facts, its receipt tells of ${receipt.facts}`);
  }
  for (const { commandId, facts: told } of receipts.values())
    if (told > 0 && !byCommand.has(commandId)) flaws.push(`command ${commandId} has a receipt and no facts`);
  return flaws;
};

/** Acknowledged commands that the record does not hold exactly as they were acknowledged. */
export const missingFrom = ({ receipts }: TheRecord, acknowledged: ReadonlyMap<string, Accepted>): readonly string[] =>
  [...acknowledged].flatMap(([key, { caseId, version, position }]) => {
    const kept = receipts.get(key);
    const same = kept?.caseId === caseId && kept.version === version && kept.position === position;
    return same ? [] : [`${key}: acknowledged ${caseId} v${version} at ${position}, kept ${JSON.stringify(kept)}`];
  });

/** The types of each case's facts, in order, by case. */
export const typesByCase = ({ facts }: TheRecord): ReadonlyMap<string, readonly string[]> =>
  facts.reduce(
    (cases, { caseId, type }) => cases.set(caseId, [...(cases.get(caseId) ?? []), type]),
    new Map<string, string[]>(),
  );

/** Waits until every listener runs, has read everything and has nothing parked; gives their names and kinds. */
export const settled = async (operations: SignedInClient, withinMs = 30_000): Promise<readonly ListenerStatus[]> => {
  for (const until = Date.now() + withinMs; ; await pause(100)) {
    const response = await operations.fetch('/api/v1/operations/listeners').catch(() => undefined);
    const answer = response?.ok ? ((await response.json()) as { listeners: readonly ListenerStatus[] }) : undefined;
    const behind = answer?.listeners.filter(({ lag, state, parked }) => lag > 0 || state !== 'running' || parked > 0);
    if (answer && behind?.length === 0) return answer.listeners;
    if (Date.now() > until)
      throw new Error(`Listeners have not caught up: ${response?.status} ${JSON.stringify(behind, null, 1)}`);
  }
};

/** Verifies every view against history; gives those that are not equal. */
export const unequalViews = async (operations: SignedInClient): Promise<readonly unknown[]> => {
  const views = (await settled(operations)).filter(({ kind }) => kind !== 'reactions').map(({ listener }) => listener);
  const unequal: unknown[] = [];
  for (const view of views) {
    const response = await operations.fetch(`/api/v1/operations/views/${view}/verify`, { method: 'POST' });
    const last = (await response.text()).trim().split('\n').at(-1) ?? '';
    const { report } = JSON.parse(last) as { report?: BuildReport };
    if (report?.comparison?.equal !== true) unequal.push({ view, last });
  }
  return unequal;
};
