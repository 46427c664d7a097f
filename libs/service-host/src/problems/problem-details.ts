import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';
import type { Problem } from '@exeat/kernel';
import { StoreBusy, StoreUnavailable } from '@exeat/event-store';
import { lostPostgres } from './lost-postgres.js';
import { ProblemError, RefusalError } from './problem-error.js';
import { statusOfRefusal } from './refusal-status.js';

/** An error as a client sees it (RFC 9457), with the project's own members. */
export interface ProblemDetails {
  /** Where the code is explained. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** Stable, for programs. */
  readonly code: string;
  /** Every problem; `pointer` (RFC 6901) leads into what was sent. */
  readonly errors: readonly { readonly code: string; readonly detail: string; readonly pointer?: string }[];
  /** The path that was asked for. */
  readonly instance: string;
  /** Names this request in the log. */
  readonly requestId: string;
}

interface ProblemAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly problems: readonly [Problem, ...Problem[]];
  /** An error of ours rather than of the client: it is logged with its stack, and the client is told nothing of it. */
  readonly ours: boolean;
}

const defect: Problem = {
  code: 'INTERNAL_ERROR',
  sentence: 'Something went wrong on our side. Nothing is known to have been changed.',
};

/** What an error is answered with. Total: whatever is thrown becomes an answer, and none lets our insides out. */
export const answerTo = (error: unknown): ProblemAnswer => {
  if (error instanceof RefusalError) {
    const [first = defect, ...others] = error.problems;
    return { status: statusOfRefusal(error.problems), headers: {}, problems: [first, ...others], ours: false };
  }
  if (error instanceof ProblemError) {
    const { status, retryAfterSeconds, headers = {} } = error.options;
    return { status, headers: { ...headers, ...retryAfter(retryAfterSeconds) }, problems: error.problems, ours: false };
  }
  if (error instanceof StoreBusy)
    return unavailable(
      'STORE_BUSY',
      'Too much is waiting to be stored. Nothing was stored; send the same request again.',
      error.retryAfterSeconds,
    );
  if (error instanceof StoreUnavailable || lostPostgres(error))
    return unavailable(
      'STORE_UNAVAILABLE',
      'The database cannot be reached. Send the same request again with the same Idempotency-Key.',
      2,
    );
  if (error instanceof HttpException) return ofFramework(error);
  if (error instanceof URIError)
    return {
      status: 400,
      headers: {},
      problems: [{ code: 'MALFORMED_ADDRESS', sentence: 'The address is not well-formed.' }],
      ours: false,
    };
  return { status: 500, headers: {}, problems: [defect], ours: true };
};

/** The problem details (RFC 9457) of an answer: every problem with its code, sentence and pointer. */
export const detailsOf = ({ status, problems }: ProblemAnswer, instance: string, requestId: string): ProblemDetails => {
  const [first] = problems;
  return {
    type: `/problems/${first.code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail: problems.length === 1 ? first.sentence : `${problems.length} problems: ${first.sentence}`,
    code: first.code,
    errors: problems.map(({ code, sentence, pointer }) => ({
      code,
      detail: sentence,
      ...(pointer !== undefined && { pointer }),
    })),
    instance,
    requestId,
  };
};

const unavailable = (code: string, sentence: string, retryAfterSeconds: number): ProblemAnswer => ({
  status: 503,
  headers: retryAfter(retryAfterSeconds),
  problems: [{ code, sentence }],
  ours: false,
});

const retryAfter = (seconds: number | undefined): Record<string, string> =>
  seconds === undefined ? {} : { 'Retry-After': String(Math.max(1, Math.ceil(seconds))) };

/** Nest's own exceptions, and those that carry a code and a sentence of ours in their response. */
const ofFramework = (error: HttpException): ProblemAnswer => {
  const status = error.getStatus();
  const response = error.getResponse();
  const { code, message } = (typeof response === 'object' ? response : {}) as { code?: unknown; message?: unknown };
  if (typeof code === 'string' && typeof message === 'string')
    return {
      status,
      headers: status === 503 ? retryAfter(2) : {},
      problems: [{ code, sentence: message }],
      ours: false,
    };
  if (status >= 500) return { status, headers: {}, problems: [defect], ours: true };
  const name = STATUS_CODES[status] ?? 'Error';
  return {
    status,
    headers: {},
    problems: [{ code: name.toUpperCase().replaceAll(/[^A-Z]+/g, '_'), sentence: `${name}.` }],
    ours: false,
  };
};
