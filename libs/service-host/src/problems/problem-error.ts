import type { Problem } from '@exeat/kernel';

/** How a problem becomes an answer where the table of refusal codes does not say it all. */
interface ProblemOptions {
  readonly status: number;
  readonly retryAfterSeconds?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** A request that is turned down before it reaches a decider. Becomes problem details (RFC 9457) at the rim. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  constructor(
    readonly problems: readonly [Problem, ...Problem[]],
    readonly options: ProblemOptions,
  ) {
    super(problems[0].sentence, options.cause === undefined ? {} : { cause: options.cause });
  }
}

export const problemError = (status: number, code: string, sentence: string, pointer?: string): ProblemError =>
  new ProblemError([pointer === undefined ? { code, sentence } : { code, sentence, pointer }], { status });

/** A decider's refusal on its way to the client; its status comes from the table of refusal codes. */
export class RefusalError extends Error {
  override readonly name = 'RefusalError';
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ sentence }) => sentence).join(' '));
  }
}
