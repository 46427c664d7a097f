import type { Append } from '@exeat/event-store';
import type { DatabaseUrls } from '@exeat/postgres';
import type pg from 'pg';
import { newFactId } from '../../libs/event-store/src/fact-id.js';
import { connectionsTo, withPool } from './server.js';

const columns = ['version', 'schema_version', 'fact_id', 'case_id', 'stream', 'type', 'data', 'meta'];

/** A table as es.facts is, filled by plain INSERTs: what Postgres gives to those who ask for nothing more. */
export class RawInserts {
  private constructor(private readonly pool: pg.Pool) {}

  static async prepare({ ownerUrl, appUrl }: DatabaseUrls, connections: number): Promise<RawInserts> {
    await withPool(ownerUrl, (owner) =>
      owner.query(`
        create table es.raw_facts (like es.facts including all);
        create sequence es.raw_position;
        alter table es.raw_facts alter position set default nextval('es.raw_position'),
          alter recorded_at set default clock_timestamp();
        grant insert on es.raw_facts to exeat_app;
        grant usage on es.raw_position to exeat_app`),
    );
    return new RawInserts(connectionsTo(appUrl, connections));
  }

  /** Inserts the one fact of each command in one statement, prepared once for each connection; gives how many. */
  async insert(commands: readonly Append[]): Promise<number> {
    const values = commands.flatMap(({ stream, caseId, expect, facts: [fact], meta }) => [
      ...[typeof expect === 'object' ? expect.exact + 1 : 1, 1, newFactId(), caseId, stream, fact?.type],
      ...[JSON.stringify(fact?.data), JSON.stringify(meta)],
    ]);
    const text = (this.texts[commands.length] ??= insertOf(commands.length));
    const { rowCount } = await this.pool.query({ name: `raw-${commands.length}`, text, values });
    return rowCount ?? 0;
  }

  end(): Promise<void> {
    return this.pool.end();
  }

  private readonly texts: Record<number, string> = {};
}

const insertOf = (rows: number): string => {
  const row = (index: number) => columns.map((_, column) => `$${index * columns.length + column + 1}`).join(', ');
  const all = Array.from({ length: rows }, (_, index) => `(${row(index)})`).join(', ');
  return `insert into es.raw_facts (${columns.join(', ')}) values ${all}`;
};
