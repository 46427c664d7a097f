import { ALLOW } from '@exeat/auth';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Route } from '../http/routes.js';
import { FROM_VIEW } from '../http/from-view.js';
import { ENVELOPE, type EnvelopeOptions } from '../input/envelope.js';
import { UPLOAD } from '../input/upload.js';
import { DOCUMENTED, type Documentation } from './documented.js';
import { jsonSchemaOf, type JsonSchema } from './json-schema.js';
import { answerHeaders, commandAnswerSchema, formWithFile, problemSchema, requestHeaders } from './shared-parts.js';

type Parts = Map<string, JsonSchema>;

/** The API document (OpenAPI 3.1): every documented route, with the schemas by which its input is refused. */
export const openApiDocument = (routes: readonly Route[], version: string): OpenAPIObject => {
  const parts: Parts = new Map([
    ['Problem', problemSchema],
    ['CommandAnswer', commandAnswerSchema],
  ]);
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const documentation = Reflect.getMetadata(DOCUMENTED, route.handler) as Documentation | undefined;
    if (!documentation) continue;
    const path = route.path.replace(/:([A-Za-z]+)/g, '{$1}');
    (paths[path] ??= {})[route.method.toLowerCase()] = operation(route, documentation, parts);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Exeat',
      version,
      description:
        'Licence applications for AI chips, from the first draft to the end of the licence. Errors are problem details ' +
        '(RFC 9457) with a stable `code` and JSON pointers.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }, { token: [] }],
    paths,
    components: {
      schemas: Object.fromEntries(parts),
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'exeat', description: 'A person, signed in at /auth/sign-in.' },
        token: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'A machine client, by client credentials.',
        },
      },
    },
  } as unknown as OpenAPIObject;
};

const operation = ({ name, path, handler }: Route, documentation: Documentation, parts: Parts) => {
  const { summary, description, body, query, response, refusals = [], media = 'application/json' } = documentation;
  const envelope = Reflect.getMetadata(ENVELOPE, handler) as EnvelopeOptions | undefined;
  const upload = Reflect.getMetadata(UPLOAD, handler) as string | undefined;
  const permission = Reflect.getMetadata(ALLOW, handler) as string | undefined;
  const fromView = Reflect.getMetadata(FROM_VIEW, handler) as string | undefined;
  const says = [
    description,
    permission && permission !== 'signed-in' ? `Needs the permission \`${permission}\`.` : undefined,
    refusals.length > 0 ? `Refusals: ${refusals.map((code) => `\`${code}\``).join(', ')}.` : undefined,
  ].filter((sentence) => sentence !== undefined);
  return {
    operationId: name.replace('Controller.', '_'),
    tags: [path.split('/')[3] ?? 'exeat'],
    summary,
    ...(says.length > 0 && { description: says.join('\n\n') }),
    parameters: [
      ...[...path.matchAll(/:([A-Za-z]+)/g)].map(([, step = '']) => pathParameter(step)),
      ...(query ? queryParameters(jsonSchemaOf(query, 'input', parts)) : []),
      ...(envelope ? [requestHeaders.idempotencyKey, ...(envelope.creates ? [] : [requestHeaders.ifMatch])] : []),
      ...(fromView ? [requestHeaders.position] : []),
    ],
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: jsonSchemaOf(body, 'input', parts) } } },
    }),
    ...(upload !== undefined && { requestBody: formWithFile(upload) }),
    responses: {
      [envelope?.creates || envelope?.adds ? '201' : '200']: {
        description: envelope ? 'Carried out; a repeated command is answered as the first time' : 'The answer',
        headers: {
          ...(envelope && { ETag: answerHeaders.etag }),
          ...((envelope || fromView) && { 'Exeat-Position': answerHeaders.position }),
        },
        ...((response || envelope) && {
          content: {
            [media]: {
              schema: response
                ? jsonSchemaOf(response, 'output', parts)
                : { $ref: '#/components/schemas/CommandAnswer' },
            },
          },
        }),
      },
      default: {
        description: 'A problem',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
};

const pathParameter = (name: string) => ({
  name,
  in: 'path',
  required: true,
  schema: name === 'caseId' ? { type: 'string', format: 'uuid' } : { type: 'string' },
});

const queryParameters = ({ properties = {}, required = [] }: JsonSchema) =>
  Object.entries(properties as Record<string, JsonSchema>).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: (required as string[]).includes(name),
    ...(typeof description === 'string' && { description }),
    schema,
  }));
