import type { JsonSchema } from './json-schema.js';

const text = { type: 'string' };

/** Problem details as this project writes them. */
export const problemSchema: JsonSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'errors', 'instance', 'requestId'],
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: text,
    status: { type: 'integer' },
    detail: text,
    code: { type: 'string', description: 'Stable, for programs.' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['code', 'detail'],
        properties: {
          code: text,
          detail: text,
          pointer: { type: 'string', description: 'JSON pointer (RFC 6901) into what was sent.' },
        },
      },
    },
    instance: text,
    requestId: { type: 'string', description: 'Names this request in the log.' },
  },
};

/** What a carried-out command is answered with. */
export const commandAnswerSchema: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['caseId', 'version', 'position'],
  properties: {
    caseId: { type: 'string', format: 'uuid' },
    version: { type: 'integer', description: 'What the next If-Match has to name.' },
    position: { type: 'integer', description: 'A view asked to be at least here shows the command.' },
  },
};

export const requestHeaders = {
  idempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'The id of the command: a new UUID for each, the same again to repeat it.',
    schema: { type: 'string', format: 'uuid' },
  },
  ifMatch: {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'The ETag of the case as it was read, such as `"7"`; `*` for whichever version it is.',
    schema: text,
  },
  position: {
    name: 'Exeat-Position',
    in: 'header',
    required: false,
    description: 'Waits until the view has read at least up to here; also as the query parameter `position`.',
    schema: { type: 'integer', minimum: 0 },
  },
};

export const answerHeaders = {
  etag: { description: 'The version after the command.', schema: text },
  position: { description: 'The position that the answer shows.', schema: { type: 'integer' } },
};

/** The body of a request that brings one file, in a field of a form. */
export const formWithFile = (field: string) => ({
  required: true,
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object',
        additionalProperties: false,
        required: [field],
        properties: { [field]: { type: 'string', format: 'binary', contentMediaType: 'application/octet-stream' } },
      },
    },
  },
});
