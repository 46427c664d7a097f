import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '@exeat/project-files';
import type { Pool } from 'pg';

/** One promise: a ratio between two figures of the same run, or a figure of its own. */
export interface Measured {
  readonly name: string;
  /** In `unit`. */
  readonly figure: number;
  readonly unit: string;
  /** What it is held against, measured in the same run. */
  readonly baseline?: { readonly name: string; readonly figure: number };
  readonly promise?: { readonly atLeast: number } | { readonly atMost: number };
}

export const ratioOf = ({ figure, baseline }: Measured): number | undefined => baseline && figure / baseline.figure;

/** Whether the promise holds; the promise is about the ratio where there is a baseline. */
export const keeps = (measured: Measured): boolean | undefined => {
  const { promise } = measured;
  if (!promise) return undefined;
  const value = ratioOf(measured) ?? measured.figure;
  return 'atLeast' in promise ? value >= promise.atLeast : value <= promise.atMost;
};

export const line = (measured: Measured): string => {
  const { name, figure, unit, baseline, promise } = measured;
  const ratio = ratioOf(measured);
  const bound = promise && ('atLeast' in promise ? `at least ${promise.atLeast}` : `at most ${promise.atMost}`);
  return [
    name.padEnd(58),
    `${round(figure).padStart(9)} ${unit}`.padEnd(22),
    baseline && `${round(baseline.figure).padStart(9)} ${baseline.name}`.padEnd(36),
    ratio !== undefined && `ratio ${ratio.toFixed(2)}`,
    bound && `(${bound}${ratio === undefined ? ` ${unit}` : ''}: ${keeps(measured) ? 'kept' : 'MISSED'})`,
  ]
    .filter(Boolean)
    .join(' ');
};

const round = (figure: number): string => (figure >= 100 ? figure.toFixed(0) : figure.toFixed(2));

/** What the figures were measured on. */
export const environmentOf = async (pool: Pool): Promise<Record<string, string>> => {
  const settings = [
    'server_version',
    'fsync',
    'synchronous_commit',
    'full_page_writes',
    'wal_sync_method',
    'shared_buffers',
    'max_connections',
  ];
  const { rows } = await pool.query<{ name: string; setting: string }>(
    'select name, current_setting(name) as setting from unnest($1::text[]) as name',
    [settings],
  );
  return {
    node: process.version,
    cores: `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    ...Object.fromEntries(rows.map(({ name, setting }) => [`postgres ${name}`, setting])),
  };
};

/** Writes the run as JSON into bench-results/ and says where. */
export const keep = async (environment: Record<string, string>, all: readonly Measured[]): Promise<string> => {
  const folder = join(projectFolder, 'bench-results');
  await mkdir(folder, { recursive: true });
  const at = new Date().toISOString();
  const file = join(folder, `${at.replaceAll(':', '-')}.json`);
  const results = all.map((each) => ({ ...each, ratio: ratioOf(each), kept: keeps(each) }));
  await writeFile(file, `${JSON.stringify({ at, environment, results }, null, 2)}\n`);
  return file;
};
