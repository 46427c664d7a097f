import { randomUUID } from 'node:crypto';
import { FactRegistry, PostgresEventStore, type Append, type EventStore } from '@exeat/event-store';
import type { Fact } from '@exeat/kernel';
import { factLists } from '../../apps/platform/src/parts.js';
import { newFactId } from '../../libs/event-store/src/fact-id.js';
import { aPerson, northlight } from '../../libs/kernel/src/spec/trade.js';
import { inTurns, perSecond } from './load.js';
import type { Part } from './part.js';
import { RawInserts } from './raw-inserts.js';
import type { Measured } from './report.js';
import { withPool } from './server.js';

/** Connections of each side. */
const connections = 16;
const rowsAtOnce = 100;
/** Ids of commands and cases that grow with time (UUID v7), or fall anywhere in the indexes (UUID v4). */
const idsOf = { growing: newFactId, random: randomUUID } as const;
const loads: readonly Load[] = [
  ...[1, 16, 128, 512].map((inFlight) => ({ inFlight, ids: 'growing' as const })),
  ...[128, 512].map((inFlight) => ({ inFlight, ids: 'random' as const })),
];
/** From here on there is a promise: alone, nobody can share a commit with anybody. */
const promisedFrom = 128;

interface Load {
  readonly inFlight: number;
  readonly ids: keyof typeof idsOf;
}

/**
 * Commands of one fact each, through the store, against INSERTs of the same rows into a table with the same columns and
 * indexes: one row at a time with as many in flight, and a hundred rows at a time.
 */
export const append: Part = async ({ emptyDatabase, progress }) => {
  const urls = await emptyDatabase();
  const raw = await RawInserts.prepare(urls, connections);
  try {
    return await withPool(
      urls.appUrl,
      async (pool) => {
        const store = new PostgresEventStore(pool, new FactRegistry(...factLists));
        const measured: Measured[] = [];
        for (const load of loads) {
          progress(`append: ${load.inFlight} in flight, ${load.ids} ids`);
          measured.push(...(await under(load, store, raw)));
        }
        return measured;
      },
      connections,
    );
  } finally {
    await raw.end();
  }
};

const under = async ({ inFlight, ids }: Load, store: EventStore, raw: RawInserts): Promise<readonly Measured[]> => {
  const ours = Array.from({ length: inFlight }, () => commandsOfOneCase(idsOf[ids]));
  const theirs = Array.from({ length: inFlight }, () => commandsOfOneCase(idsOf[ids]));
  const next = (commands: readonly (() => Append)[], worker: number): Append => {
    const command = commands[worker % commands.length]?.();
    if (!command) throw new Error(`There is no worker ${worker}.`);
    return command;
  };
  const pairs = await inTurns(
    () =>
      perSecond(inFlight, async (worker) => {
        const { outcome } = await store.append(next(ours, worker));
        if (outcome !== 'appended') throw new Error(`A command of the bench ended as ${outcome}.`);
        return 1;
      }),
    {
      single: () => perSecond(inFlight, (worker) => raw.insert([next(theirs, worker)])),
      // As many rows in flight, to the nearest whole statement.
      many: () =>
        perSecond(Math.max(1, Math.round(inFlight / rowsAtOnce)), () =>
          raw.insert(Array.from({ length: rowsAtOnce }, (_, index) => next(theirs, index))),
        ),
    },
  );
  const promised = inFlight >= promisedFrom;
  const name = `append, ${inFlight} in flight, ${ids} ids`;
  const { single, many } = pairs;
  return [
    {
      ...{ name, figure: single.ours, unit: 'commands/s' },
      floor: { name: 'single-row INSERT', figure: single.floor },
      ...(promised && { promise: { of: 'ratio', atLeast: 2 } }),
    },
    {
      ...{ name, figure: many.ours, unit: 'commands/s' },
      floor: { name: `${rowsAtOnce}-row INSERT`, figure: many.floor },
      ...(promised && { promise: { of: 'ratio', atLeast: 0.5 } }),
    },
  ];
};

const exporter = aPerson('Ines Moreau', 'exporter', northlight.companyId);
const endUse = 'Inference for a public translation service in two commercial data centres in Shenzhen.';
const versionsOfCase = 10;

/** Writes the commands of an exporter at work: a draft, saved a few times, and then the next one. */
const commandsOfOneCase = (newId: () => string): (() => Append) => {
  let [caseId, version] = [newId(), 0];
  return () => {
    if (version === versionsOfCase) [caseId, version] = [newId(), 0];
    const commandId = newId();
    const fact: Fact =
      version === 0
        ? { type: 'DraftStarted', data: { applicant: northlight, reference: `PO ${caseId}` } }
        : { type: 'DraftSaved', data: { changes: { exportFrom: 'US', endUse: `${endUse} Draft ${version}.` } } };
    const command: Append = {
      ...{ stream: `submission-${caseId}`, caseId, commandId, facts: [fact] },
      requestDigest: commandId.replaceAll('-', '').repeat(2),
      expect: version === 0 ? 'none' : { exact: version },
      meta: { actor: exporter, at: '2026-01-05T09:00:00.000Z', commandId, correlationId: commandId },
    };
    version++;
    return command;
  };
};
