import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '@exeat/project-files';
import type { Pool } from 'pg';

/** One line: a figure, what it is held against, and what was promised of the figure or of the ratio of the two. */
export interface Measured {
  readonly name: string;
  /** In `unit`. */
  readonly figure: number;
  readonly unit: string;
  /** Measured in the same run, in turns, in the same unit. */
  readonly floor?: { readonly name: string; readonly figure: number };
  readonly promise?: { readonly of: 'figure' | 'ratio' } & ({ readonly atLeast: number } | { readonly below: number });
}

const ratioOf = ({ figure, floor }: Measured): number | undefined => floor && figure / floor.figure;

/** Whether the promise holds; nothing where nothing was promised. */
export const keeps = (measured: Measured): boolean | undefined => {
  const { promise, figure } = measured;
  if (!promise) return undefined;
  const value = promise.of === 'figure' ? figure : (ratioOf(measured) ?? Number.NaN);
  return 'atLeast' in promise ? value >= promise.atLeast : value < promise.below;
};

export const line = (measured: Measured): string => {
  const { name, figure, unit, floor, promise } = measured;
  const ratio = ratioOf(measured);
  const bound = promise && ('atLeast' in promise ? `at least ${promise.atLeast}` : `below ${promise.below}`);
  return [
    name.padEnd(44),
    `${shown(figure).padStart(7)} ${unit}`.padEnd(20),
    floor && `${floor.name} ${shown(floor.figure)}`.padEnd(32),
    ratio !== undefined && `ratio ${ratio.toFixed(2)}`,
    promise && `promise ${bound}${promise.of === 'figure' ? ` ${unit}` : ''}: ${keeps(measured) ? 'kept' : 'MISSED'}`,
  ]
    .filter(Boolean)
    .join('  ')
    .trimEnd();
};

const shown = (figure: number): string => (figure >= 100 ? figure.toFixed(0) : figure.toFixed(2));

const settings = [
  ...['server_version', 'fsync', 'synchronous_commit', 'full_page_writes', 'wal_sync_method', 'wal_level'],
  ...['shared_buffers', 'max_connections'],
];

/** What the figures were measured on. */
export const environmentOf = async (pool: Pool): Promise<Readonly<Record<string, string>>> => {
  const { rows } = await pool.query<{ name: string; setting: string }>(
    'select name, current_setting(name) as setting from unnest($1::text[]) as name',
    [settings],
  );
  return {
    Node: process.version,
    cores: `${cpus().length} (${cpus()[0]?.model.trim() ?? 'unknown'})`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    'load before': loadavg()[0]?.toFixed(1) ?? 'unknown',
    ...Object.fromEntries(rows.map(({ name, setting }) => [`Postgres ${name}`, setting])),
  };
};

/** Keeps the run as JSON in bench-results/, over what was kept of it before; gives the file's name. */
export const keep = async (
  began: Date,
  environment: Readonly<Record<string, string>>,
  all: readonly Measured[],
): Promise<string> => {
  const folder = join(projectFolder, 'bench-results');
  await mkdir(folder, { recursive: true });
  const name = `${began.toISOString().replaceAll(':', '-')}.json`;
  const results = all.map((each) => ({ ...each, ratio: ratioOf(each), kept: keeps(each) }));
  const run = { began: began.toISOString(), environment, results };
  await writeFile(join(folder, name), `${JSON.stringify(run, null, 2)}\n`);
  return `bench-results/${name}`;
};
