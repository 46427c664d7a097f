/** What was typed, and what it was typed upon. */
export interface Typed {
  readonly values: Record<string, unknown>;
  /** The position up to which the screen showed the log when the form was opened. */
  readonly since: number;
  /** What stood when the form was opened, as far as the form's command is decided on it. */
  readonly upon?: unknown;
}

/** How a stream stands, named by the path of its commands: `/licensing/<caseId>@7`. */
export const standAt = (path: string, version: number | undefined): string =>
  `${path.split('/').slice(0, 3).join('/')}@${version ?? ''}`;

/** Once the person's own act led from one stand to the next: they know of it, so that it overtakes nothing they typed. */
export const afterOwnAct = (typed: Typed, from: string, to: string, position: number): Typed =>
  typed.upon === from ? { ...typed, upon: to, since: Math.max(typed.since, position) } : typed;
