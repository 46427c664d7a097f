/** A problem as it is told to a person: a stable code, a sentence, and where in what was sent (RFC 6901). */
export interface ToldProblem {
  readonly code: string;
  readonly sentence: string;
  readonly pointer?: string;
}

/** An answer that is not the one hoped for, as problem details (RFC 9457) or as what the network did. */
export class ApiProblem extends Error {
  constructor(
    /** Of HTTP; 0 where no answer came. */
    readonly status: number,
    readonly code: string,
    readonly problems: readonly ToldProblem[],
    /** Names the request in the server's log. */
    readonly requestId?: string,
  ) {
    super(problems[0]?.sentence ?? code);
  }

  /** Somebody else's act came first: what was read is not how it stands any more. */
  get isStale(): boolean {
    return this.status === 412;
  }
  get isSignedOut(): boolean {
    return this.status === 401;
  }
  /** Nothing was done and the same request may be sent again: no answer, or an answer that says so. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
  get isNotThere(): boolean {
    return this.status === 404;
  }
}

interface Details {
  readonly code?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly code: string; readonly detail: string; readonly pointer?: string }[];
  readonly requestId?: string;
}

/** What an answer says went wrong; total, whatever a proxy or a broken network makes of it. */
export const problemFrom = (status: number, body: unknown): ApiProblem => {
  const { code = 'NO_ANSWER', detail = '', errors = [], requestId } = (body ?? {}) as Details;
  const told = errors.map(({ code: each, detail: sentence, pointer }) => ({
    code: each,
    sentence,
    ...(pointer !== undefined && { pointer }),
  }));
  return new ApiProblem(status, code, told.length > 0 ? told : [{ code, sentence: detail }], requestId);
};

/** The problem of whatever was thrown while asking. */
export const problemOf = (error: unknown): ApiProblem =>
  error instanceof ApiProblem ? error : new ApiProblem(0, 'NO_ANSWER', [{ code: 'NO_ANSWER', sentence: '' }]);
