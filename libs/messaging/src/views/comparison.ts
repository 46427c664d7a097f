import type { Queryable } from '../listeners/held.js';
import { quoted } from './view-table.js';

/** Two tables of one view, compared row by row. */
export interface Comparison {
  readonly equal: boolean;
  readonly liveRows: number;
  readonly builtRows: number;
  /** How many keys differ, or are on one side only. */
  readonly different: number;
  /** The first of them, with the row on each side. */
  readonly first?: {
    readonly key: string;
    readonly live: Readonly<Record<string, unknown>> | undefined;
    readonly built: Readonly<Record<string, unknown>> | undefined;
  };
}

type Row = Readonly<Record<string, unknown>> | null;

/** Compares the live table with the one built beside it, as `db` sees them. */
export const compareTables = async (db: Queryable, table: string): Promise<Comparison> => {
  const both = `views.${quoted(table)} l full join views_building.${quoted(table)} b on b.key = l.key`;
  const { rows: counts } = await db.query<{ live: string; built: string; different: string; first: string | null }>(
    `select count(l.key) as live, count(b.key) as built,
            count(*) filter (where to_jsonb(l) is distinct from to_jsonb(b)) as different,
            min(coalesce(l.key, b.key)) filter (where to_jsonb(l) is distinct from to_jsonb(b)) as first
     from ${both}`,
  );
  const [count] = counts;
  if (!count) throw new Error('The tables could not be counted');
  const sizes = { liveRows: Number(count.live), builtRows: Number(count.built), different: Number(count.different) };
  if (count.first === null) return { equal: true, ...sizes };
  const { rows } = await db.query<{ live: Row; built: Row }>(
    `select to_jsonb(l) as live, to_jsonb(b) as built from ${both} where coalesce(l.key, b.key) = $1`,
    [count.first],
  );
  const first = { key: count.first, live: rows[0]?.live ?? undefined, built: rows[0]?.built ?? undefined };
  return { equal: false, ...sizes, first };
};
