import type pg from 'pg';
import { building, checkpoints, takeCheckpoint, type Checkpoint } from '../listeners/checkpoints.js';
import { inTransaction, type Held } from '../listeners/held.js';
import type { ViewDefinition } from '../view-definition.js';
import { quoted, tableOf } from './view-table.js';

/**
 * Makes the table beside the live one, with a checkpoint of its own, or finds the one that a build which was cut short
 * has left: it is continued where it is of the same version and epoch, and begun anew otherwise.
 */
export const openSite = (pool: pg.Pool, definition: ViewDefinition, epoch: string): Promise<Checkpoint> =>
  inTransaction(pool, async (client) => {
    const { name } = definition;
    const table = quoted(tableOf(definition));
    const of = `version ${definition.version}`;
    const left = (await checkpoints(client, [name])).find(({ version }) => version === building);
    const { rows } = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [
      `views_building.${table}`,
    ]);
    const goesOn = rows[0]?.there === true && left?.epoch === epoch && left.reason === of;
    if (!goesOn) {
      await clearSite(client, definition);
      await client.query(`create table views_building.${table} (like views.${table} including all)`);
    }
    const taken = await takeCheckpoint(client, { listener: name, version: building, epoch, status: 'building' });
    await client.query('update messaging.checkpoints set reason = $3 where listener = $1 and version = $2', [
      ...[name, building, of],
    ]);
    return taken;
  });

/** Removes the table beside the live one, its checkpoint, and what was parked for it. */
export const clearSite = async (client: pg.PoolClient, definition: ViewDefinition): Promise<void> => {
  await client.query(`drop table if exists views_building.${quoted(tableOf(definition))}`);
  for (const kept of ['checkpoints', 'parked'])
    await client.query(`delete from messaging.${kept} where listener = $1 and version = $2`, [
      definition.name,
      building,
    ]);
};

const waitForReaders = 300;
const readersWithin = 30_000;

/**
 * Puts the new table in the place of the live one, in the caller's transaction. Readers are never refused: they wait for
 * the moment of the change. A reader that takes long is let through first, again and again, for half a minute.
 */
export const swapTables = async (
  client: pg.PoolClient,
  definition: ViewDefinition,
  built: Held & { readonly position: number },
): Promise<void> => {
  const table = quoted(tableOf(definition));
  await untilNoReader(client, `views.${table}`);
  await client.query(`drop table if exists views_retired.${table}`);
  await client.query(`alter table views.${table} set schema views_retired`);
  await client.query(`alter table views_building.${table} set schema views`);

  const version = String(definition.version);
  const { listener, epoch, position } = built;
  await client.query('delete from messaging.checkpoints where listener = $1 and version <> $2', [listener, version]);
  await client.query(
    `insert into messaging.checkpoints as c (listener, version, position, epoch, status) values ($1, $2, $3, $4, 'running')
     on conflict (listener, version) do update set position = excluded.position, epoch = excluded.epoch,
       owner_token = c.owner_token + 1, status = 'running', reason = null, updated_at = clock_timestamp()`,
    [listener, version, position, epoch],
  );
  await client.query('delete from messaging.parked where listener = $1 and version <> $2', [listener, building]);
  await client.query('update messaging.parked set version = $2 where listener = $1', [listener, version]);
};

const untilNoReader = async (client: pg.PoolClient, table: string): Promise<void> => {
  for (const until = Date.now() + readersWithin; ;) {
    await client.query('savepoint before_readers');
    try {
      await client.query(`set local lock_timeout = ${waitForReaders}`);
      await client.query(`lock table ${table} in access exclusive mode`);
      await client.query('set local lock_timeout = 5000');
      return;
    } catch (error) {
      await client.query('rollback to savepoint before_readers');
      if ((error as { code?: string }).code !== '55P03' || Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
};
