import { refuse, type Refusal } from './refusal.js';

/** Which command is heard in which status, and the statuses it can lead to. One table per context. */
export type Lifecycle<Status extends string, CommandType extends string> = {
  readonly [From in Status]: { readonly [Asked in CommandType]?: readonly Status[] };
};

/** Refused, by status alone, where the table does not know the command in this status. */
export const refusedInStatus = <Status extends string, CommandType extends string>(
  lifecycle: Lifecycle<Status, CommandType>,
  status: Status,
  asked: CommandType,
): Refusal<'NOT_IN_THIS_STATUS'> | undefined =>
  lifecycle[status][asked] === undefined
    ? refuse('NOT_IN_THIS_STATUS', `${words(asked)} is not possible while the status is "${words(status)}".`)
    : undefined;

/** The table as a Mermaid state diagram, for the context's README. */
export const diagramOf = (lifecycle: Lifecycle<string, string>, initial: string): string => {
  const arrows = Object.entries(lifecycle).flatMap(([from, commands]) =>
    Object.entries(commands).flatMap(([asked, tos]) =>
      (tos ?? []).map((to) => `  ${id(from)} --> ${id(to)}: ${words(asked)}`),
    ),
  );
  return ['stateDiagram-v2', `  [*] --> ${id(initial)}`, ...arrows].join('\n');
};

const id = (status: string): string => status.replaceAll('-', '_');

/** `RecordFinding` and `in-review` as words. */
const words = (name: string): string =>
  name
    .replaceAll('-', ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/^./, (first) => first.toUpperCase());
