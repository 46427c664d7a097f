import { Failure, type Connection } from '../connection.js';
import type { Output } from '../output.js';

interface Listener {
  readonly listener: string;
  readonly kind: string;
  readonly position: number;
  readonly lag: number;
  readonly state: string;
  readonly reason?: string;
  readonly parked: number;
}

interface Progress {
  readonly view: string;
  readonly done: number;
  readonly total: number;
  readonly factsPerSecond: number;
  readonly secondsLeft: number;
}

export interface Report {
  readonly view: string;
  readonly position: number;
  readonly facts: number;
  readonly seconds: number;
  readonly factsPerSecond: number;
  readonly swapped: boolean;
  readonly parkedStreams: number;
  readonly notCompared?: string;
  readonly comparison?: {
    readonly equal: boolean;
    readonly liveRows: number;
    readonly builtRows: number;
    readonly different: number;
    readonly first?: { readonly key: string; readonly live?: unknown; readonly built?: unknown };
  };
}

type Line = { readonly progress: Progress } | { readonly report: Report } | { readonly failed: string };

const listenersOf = async (connection: Connection) =>
  (await connection.get<{ listeners: readonly Listener[] }>('/operations/listeners')).listeners;

/** `exeat views status`: how far every listener has read. Exit code 1 where one stands still or has parked facts. */
export const viewsStatus = async (connection: Connection, output: Output): Promise<boolean> => {
  const listeners = await listenersOf(connection);
  output.table(
    ['listener', 'kind', 'position', 'lag', 'parked', 'state'],
    listeners.map(({ listener, kind, position, lag, parked, state, reason }) => [
      ...[listener, kind, String(position), String(lag), String(parked)],
      reason === undefined ? state : `${state}: ${reason}`,
    ]),
  );
  output.document(listeners);
  return listeners.every(({ state, parked }) => state !== 'stopped' && parked === 0);
};

/** Builds the named views, or all, beside the live ones; `rebuild` puts them in place, `verify` only compares. */
export const buildViews = async (
  connection: Connection,
  output: Output,
  act: 'rebuild' | 'verify',
  names: readonly string[],
  options: { readonly acceptDifferences?: boolean } = {},
): Promise<readonly Report[]> => {
  const wanted =
    names.length > 0
      ? names
      : (await listenersOf(connection)).filter(({ kind }) => kind !== 'reactions').map(({ listener }) => listener);
  const reports: Report[] = [];
  for (const view of wanted) {
    const report = await build(connection, output, act, view, options);
    output.line(sentenceOf(report));
    reports.push(report);
  }
  return reports;
};

/** A view from which facts are set aside is not proven, though the one beside it misses the same rows. */
export const allEqual = (reports: readonly Report[]): boolean =>
  reports.every(({ comparison, parkedStreams }) => comparison?.equal === true && parkedStreams === 0);

export const allInPlace = (reports: readonly Report[]): boolean =>
  reports.every(({ swapped, parkedStreams }) => swapped && parkedStreams === 0);

const build = async (
  connection: Connection,
  output: Output,
  act: 'rebuild' | 'verify',
  view: string,
  options: object,
): Promise<Report> => {
  for await (const line of connection.lines<Line>(`/operations/views/${encodeURIComponent(view)}/${act}`, options)) {
    if ('failed' in line) throw new Failure(`${view}: ${line.failed}`, 1);
    if ('report' in line) {
      output.progressDone();
      return line.report;
    }
    const { done, total, factsPerSecond, secondsLeft } = line.progress;
    output.progress(`${view}: ${done} of ${total} facts, ${factsPerSecond}/s, ${secondsLeft} s left`);
  }
  throw new Failure(`${view}: the connection ended before the report.`, 4);
};

const sentenceOf = ({ view, facts, position, comparison, notCompared, parkedStreams, swapped }: Report): string => {
  const verdict = !comparison
    ? `not compared: ${notCompared ?? 'no reason given'}`
    : comparison.equal
      ? `equal, ${comparison.liveRows} rows`
      : `DIFFERENT in ${comparison.different} rows, first ${comparison.first?.key}: live ${JSON.stringify(comparison.first?.live)}, from history ${JSON.stringify(comparison.first?.built)}`;
  const aside = parkedStreams === 0 ? '' : `; ${parkedStreams} STREAMS ARE PARKED, see: exeat parked list`;
  return `${view.padEnd(28)} ${facts} facts up to position ${position}: ${verdict}${aside}${swapped ? '; put in place' : ''}`;
};
