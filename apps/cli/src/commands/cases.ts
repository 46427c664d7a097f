import { Failure, type Connection } from '../connection.js';
import type { Output } from '../output.js';

interface Page<Row> {
  readonly items: readonly Row[];
  readonly next?: string;
}

interface Entry {
  readonly position: number;
  readonly at: string;
  readonly type: string;
  readonly sentence: string;
}

interface CaseState {
  readonly position: number;
  readonly facts: readonly Entry[];
  readonly state: Readonly<Record<string, unknown>>;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** `exeat history <case>`: every fact of a case as a sentence. */
export const history = async (connection: Connection, output: Output, which: string): Promise<void> => {
  const caseId = await findCase(connection, which);
  const { facts } = await connection.get<CaseState>(`/applications/${caseId}/state`);
  const entries = facts.map(({ position, at, type, sentence }): Entry => ({ position, at, type, sentence }));
  for (const entry of entries) output.line(told(entry));
  output.document(entries);
};

/** `exeat state <case> --at <position|moment>`: a case as it stood. */
export const state = async (connection: Connection, output: Output, which: string, at?: string): Promise<void> => {
  const caseId = await findCase(connection, which);
  const query = at === undefined ? '' : `?at=${encodeURIComponent(positionOrMoment(at))}`;
  const found = await connection.get<CaseState>(`/applications/${caseId}/state${query}`);
  output.line(`Case ${caseId} at position ${found.position}`);
  for (const [context, folded] of Object.entries(found.state)) {
    output.line(`\n${context}`);
    output.line(JSON.stringify(folded, null, 2).replaceAll(/^/gm, '  '));
  }
  output.line('\nUp to then:');
  for (const entry of found.facts) output.line(`  ${told(entry)}`);
  output.document(found);
};

/** People write a day, and mean its end; or a moment to the minute. */
const positionOrMoment = (at: string): string => {
  if (/^[1-9]\d{0,14}$/.test(at)) return at;
  const [, day, time = 'T23:59:59.999Z'] =
    /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/.exec(at) ?? [];
  if (day !== undefined && isDay(day) && Number.isFinite(Date.parse(day + time)))
    return new Date(day + time).toISOString();
  throw new Failure(`--at ${at}: give a position such as 120, a day, or a moment such as 2026-01-15T09:30Z.`, 2);
};

/** `Date` takes 30 February for 2 March. */
const isDay = (day: string): boolean => {
  const moment = Date.parse(`${day}T00:00Z`);
  return Number.isFinite(moment) && new Date(moment).toISOString().startsWith(day);
};

const told = ({ position, at, sentence }: Entry): string =>
  `${String(position).padStart(6)}  ${at.slice(0, 16).replace('T', ' ')}  ${sentence}`;

/** A case by its id, its application number, or its licence number. */
const findCase = async (connection: Connection, which: string): Promise<string> => {
  if (uuid.test(which)) return which;
  if (/^D\d+$/i.test(which))
    return (await connection.get<{ caseId: string }>(`/licences/${which.toUpperCase()}`)).caseId;
  const { items } = await connection.get<Page<{ caseId: string }>>(
    `/cases?number=${encodeURIComponent(which.toUpperCase())}`,
  );
  const [found] = items;
  if (!found)
    throw new Failure(`No case has the number ${which}. Give a case id, an application number or a licence number.`, 3);
  return found.caseId;
};
