import { adoptEpoch, digestOf, eventStoreMigrations, FactRegistry, PostgresEventStore } from '@exeat/event-store';
import { defineFact, type FactDefinition, type FactOf, type Instant, type Recorded, system } from '@exeat/kernel';
import {
  AnnouncingEventStore,
  defineView,
  Messaging,
  messagingMigrations,
  operationsFacts,
  silent,
  type MessagingParts,
  type ViewDefinition,
  type ViewRow,
} from '@exeat/messaging';
import { startTestPostgres } from '@exeat/postgres';
import { jest } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { DataSource, EntitySchema } from 'typeorm';
import { v5, v7 } from 'uuid';
import { z } from 'zod';

// A machine that is busy with other tests takes its time over a fresh database.
jest.setTimeout(30_000);

// Crates on a quay: a small trade of our own, so that the promises of messaging are tested apart from the real contexts.

export const CrateOpened = defineFact('CrateOpened', z.strictObject({ label: z.string() }));
export const CrateFilled = defineFact('CrateFilled', z.strictObject({ units: z.int(), mark: z.string().optional() }));
export const CrateClosed = defineFact('CrateClosed', z.strictObject({}));
export const CraneMoved = defineFact('CraneMoved', z.strictObject({}));
export const crateFacts = [CrateOpened, CrateFilled, CrateClosed, CraneMoved] as const;
export type CrateFact = FactOf<typeof crateFacts>;

export interface Crate extends ViewRow {
  readonly label: string;
  readonly units: number;
  readonly fillings: readonly { readonly units: number; readonly version: number }[];
  readonly lastMark: string | null;
  readonly closed: boolean;
}

const column = { key: { type: 'text', primary: true }, caseId: { type: 'text', name: 'case_id' } } as const;

/** Marks at which `crates` throws, as if its definition had a defect. */
export const defects = new Set<string>();

export const crates = defineView<Crate, CrateFact>({
  name: 'all-crates',
  version: 1,
  entity: new EntitySchema<Crate>({
    name: 'all-crates',
    tableName: 'all_crates',
    schema: 'views',
    columns: {
      ...column,
      label: { type: 'text' },
      units: { type: 'bigint' },
      fillings: { type: 'jsonb' },
      lastMark: { type: 'text', name: 'last_mark', nullable: true },
      closed: { type: 'boolean' },
    },
  }),
  on: {
    CrateOpened: ({ caseId, data: { label } }, rows) =>
      rows.put({ key: caseId, caseId, label, units: 0, fillings: [], lastMark: null, closed: false }),
    CrateFilled: ({ caseId, version, data: { units, mark } }, rows) => {
      if (mark !== undefined && defects.has(mark)) throw new Error(`No crate takes ${mark}`);
      const crate = rows.get(caseId);
      if (!crate) return;
      const fillings = [...crate.fillings, { units, version }];
      rows.put({ ...crate, units: crate.units + units, fillings, lastMark: mark ?? crate.lastMark });
    },
    CrateClosed: ({ caseId }, rows) => {
      const crate = rows.get(caseId);
      if (crate) rows.put({ ...crate, closed: true });
    },
  },
});

interface Filling extends ViewRow {
  readonly units: number;
}

/** A row for each filling, gone when the crate is closed. */
export const looseFillings = defineView<Filling, CrateFact>({
  name: 'loose-fillings',
  version: 1,
  entity: new EntitySchema<Filling>({
    name: 'loose-fillings',
    tableName: 'loose_fillings',
    schema: 'views',
    columns: { ...column, units: { type: 'int' } },
  }),
  on: {
    CrateFilled: ({ caseId, version, data: { units } }, rows) =>
      rows.put({ key: `${caseId}/${version}`, caseId, units }),
    CrateClosed: (_fact, rows) => {
      for (const { key } of rows.all()) rows.remove(key);
    },
  },
});

interface Line extends ViewRow {
  readonly position: number;
  readonly what: string;
}

const line = ({ caseId, position, type }: Recorded): Line => ({ key: String(position), caseId, position, what: type });

export const crateLog = defineView<Line, CrateFact>({
  name: 'crate-log',
  version: 1,
  appendOnly: true,
  entity: new EntitySchema<Line>({
    name: 'crate-log',
    tableName: 'crate_log',
    schema: 'views',
    columns: { ...column, position: { type: 'bigint' }, what: { type: 'text' } },
  }),
  on: {
    CrateOpened: (fact, rows) => rows.put(line(fact)),
    CrateFilled: (fact, rows) => rows.put(line(fact)),
    CrateClosed: (fact, rows) => rows.put(line(fact)),
  },
});

const tables = `
  create table views.all_crates (key text primary key, case_id text not null, label text not null, units bigint not null,
    fillings jsonb not null, last_mark text, closed boolean not null);
  create index on views.all_crates (case_id);
  create table views.loose_fillings (key text primary key, case_id text not null, units int not null check (units < 1000000));
  create index on views.loose_fillings (case_id);
  create table views.crate_log (key text primary key, case_id text not null, position bigint not null, what text not null);
  alter table views.all_crates owner to exeat_app;
  alter table views.loose_fillings owner to exeat_app;
  alter table views.crate_log owner to exeat_app;`;

export const caseOf = (label: string): string => v5(label, 'b7a4dd5c-34a6-4c3c-8f16-2a0b3f0d1c55');
export const clockAt = (start: Instant) => {
  let now = start;
  return { now: () => now, moveTo: (at: Instant) => void (now = at) };
};

/** A database with the store, messaging and the three views of crates; `more` facts where a test brings its own. */
export const startQuay = async (more: readonly FactDefinition[] = []) => {
  const database = await startTestPostgres();
  const owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
  const runner = owner.createQueryRunner();
  for (const Migration of [...eventStoreMigrations, ...messagingMigrations]) await new Migration().up(runner);
  await runner.query(tables);
  await runner.release();
  await owner.destroy();

  const pool = new pg.Pool({ connectionString: database.appUrl, max: 6 });
  await adoptEpoch(pool);
  const registry = new FactRegistry(crateFacts, operationsFacts, more);
  const store = new AnnouncingEventStore(new PostgresEventStore(pool, registry));
  const running: Messaging[] = [];

  const append = async (label: string, ...facts: readonly { type: string; data: unknown }[]): Promise<number> => {
    const commandId = v7();
    const appended = await store.append({
      ...{ stream: `crate-${label}`, caseId: caseOf(label), expect: 'any', commandId, facts },
      requestDigest: digestOf([label, facts]),
      meta: { actor: system('quay'), at: '2026-01-01T00:00:00.000Z', commandId, correlationId: commandId },
    });
    if (!('receipt' in appended)) throw new Error(`Not appended: ${appended.outcome}`);
    return appended.receipt.position;
  };

  return {
    ...{ database, pool, store, append },
    /** Appends many facts at once, as fast as the store takes them; the same crate's facts stay in order. */
    appendAll: async (facts: readonly (readonly [label: string, fact: CrateFact])[]): Promise<void> => {
      for (let from = 0; from < facts.length; from += 500)
        await Promise.all(facts.slice(from, from + 500).map(([label, fact]) => append(label, fact)));
    },
    /** Starts listeners as one more process would. */
    listen: async (parts: Partial<MessagingParts> = {}): Promise<Messaging> => {
      const messaging = new Messaging({
        ...{ databaseUrl: database.appUrl, store, views: [crates, looseFillings, crateLog], contexts: [] },
        ...{ clock: clockAt('2026-01-01T00:00:00.000Z'), log: silent },
        dispatch: () => Promise.reject(new Error('Nothing is asked for here')),
        ...parts,
      });
      await messaging.start();
      running.push(messaging);
      return messaging;
    },
    end: async (messaging: Messaging): Promise<void> => {
      running.splice(running.indexOf(messaging), 1);
      await messaging.stop();
    },
    rows: async (table: string): Promise<readonly Record<string, unknown>[]> =>
      (
        await pool.query<{ row: Record<string, unknown> }>(`select to_jsonb(t) as row from ${table} t order by key`)
      ).rows.map(({ row }) => row),
    checkpoint: async (listener: string) =>
      (
        await pool.query<{ position: string; owner_token: string; status: string }>(
          'select position, owner_token, status from messaging.checkpoints where listener = $1',
          [listener],
        )
      ).rows[0],
    /** Runs SQL as the superuser: what a fault, or a person, might do. */
    sabotage: async (sql: string): Promise<void> => {
      const client = new pg.Client({ connectionString: database.superuserUrl });
      await client.connect();
      await client.query(sql).finally(() => client.end());
    },
    stop: async (): Promise<void> => {
      for (const messaging of running.splice(0)) await messaging.stop();
      await pool.end();
      await database.stop();
    },
  };
};
export type Quay = Awaited<ReturnType<typeof startQuay>>;

export const opened = (label: string): CrateFact => ({ type: 'CrateOpened', data: { label } });
export const filled = (units: number, mark?: string): CrateFact => ({
  type: 'CrateFilled',
  data: { units, ...(mark !== undefined && { mark }) },
});
export const closed: CrateFact = { type: 'CrateClosed', data: {} };

export const operator = { by: { ...system('operations'), name: 'Olga Marin' }, at: '2026-01-02T00:00:00.000Z' };

/** Waits until something holds; fails with its name after five seconds. */
export const eventually = async (
  what: string,
  holds: () => boolean | Promise<boolean>,
  withinMs = 5000,
): Promise<void> => {
  for (const until = Date.now() + withinMs; !(await holds()); await pause(10))
    if (Date.now() > until) throw new Error(`It did not come about that ${what}`);
};

export const only = (view: ViewDefinition): { readonly views: readonly ViewDefinition[] } => ({ views: [view] });
