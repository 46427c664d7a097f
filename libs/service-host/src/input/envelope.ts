import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Envelope } from '@exeat/kernel';
import type { Request } from 'express';
import { MAX, NIL, validate as isUuid } from 'uuid';
import { problemError } from '../problems/problem-error.js';

export interface EnvelopeOptions {
  /** The command begins something new: there is no version yet, so `If-Match` is not asked for. */
  readonly creates?: boolean;
  /** The command adds something that has an id of its own to what there is: it is answered 201. */
  readonly adds?: boolean;
}

export const ENVELOPE = 'exeat:envelope';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

const traceparentForm = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/**
 * The envelope of a command from a request's headers. Throws 400 IDEMPOTENCY_KEY_MISSING, 400 IDEMPOTENCY_KEY_MALFORMED,
 * 428 PRECONDITION_REQUIRED, 400 PRECONDITION_MALFORMED. A malformed `traceparent` is left out (W3C Trace Context).
 */
export const envelopeFrom = (headers: Headers, { creates = false }: EnvelopeOptions = {}): Envelope => {
  const commandId = idempotencyKey(headers['idempotency-key']);
  const expectedVersion = creates ? undefined : versionFrom(headers['if-match']);
  const traceparent = headers['traceparent'];
  return {
    commandId,
    correlationId: commandId,
    ...(typeof traceparent === 'string' && traceparentForm.test(traceparent) && { traceparent }),
    ...(expectedVersion !== undefined && { expectedVersion }),
  };
};

const idempotencyKey = (header: string | string[] | undefined): string => {
  if (header === undefined || header === '')
    throw problemError(
      400,
      'IDEMPOTENCY_KEY_MISSING',
      'Send an Idempotency-Key header with a new UUID for each new command; repeat it when you repeat the command.',
    );
  // The convention's draft writes the key as a quoted string; many clients send it bare.
  const key = String(header).replace(/^"(.*)"$/, '$1');
  // The UUIDs of zeros and of ones name nothing: two senders would share them.
  if (!isUuid(key) || key === NIL || key.toLowerCase() === MAX)
    throw problemError(400, 'IDEMPOTENCY_KEY_MALFORMED', 'The Idempotency-Key header must be a UUID.');
  return key.toLowerCase();
};

/** The version in `If-Match`; undefined where the sender says `*`: whichever version it is. */
const versionFrom = (header: string | string[] | undefined): number | undefined => {
  if (header === undefined || header === '')
    throw problemError(
      428,
      'PRECONDITION_REQUIRED',
      'Send an If-Match header with the ETag of the case as you read it, such as "7", or * for whichever version it is.',
    );
  if (header === '*') return undefined;
  const version = /^"(0|[1-9]\d{0,8})"$/.exec(String(header))?.[1];
  if (version === undefined)
    throw problemError(
      400,
      'PRECONDITION_MALFORMED',
      'The If-Match header must be one ETag as it was sent, such as "7".',
    );
  return Number(version);
};

const fromRequest = createParamDecorator((options: EnvelopeOptions | undefined, context: ExecutionContext) =>
  envelopeFrom(context.switchToHttp().getRequest<Request>().headers, options),
);

/** The command's envelope from the request's headers; what it asks of them is told to the API document as well. */
export const CommandEnvelope =
  (options: EnvelopeOptions = {}): ParameterDecorator =>
  (target, method, index) => {
    fromRequest(options)(target, method, index);
    const handler: unknown = method === undefined ? undefined : Reflect.get(target, method);
    if (typeof handler === 'function') Reflect.defineMetadata(ENVELOPE, options, handler);
  };
