import { ALLOW, PUBLIC } from '@exeat/auth';
import { apiPrefix, type Route } from '../http/routes.js';
import { DOCUMENTED, type Documentation } from './documented.js';
import { jsonSchemaOf, openObjectsIn, type JsonSchema } from './json-schema.js';

/**
 * What is wrong with the routes of an application, before it serves any: routes that nobody opened, API routes that the
 * document does not know, and bodies whose schema would take unknown fields.
 */
export const routeProblems = (routes: readonly Route[]): readonly string[] => routes.flatMap(problemsOf);

const problemsOf = ({ name, path, handler, controller }: Route): readonly string[] => {
  const open = [handler, controller].some(
    (target) => Reflect.hasMetadata(ALLOW, target) || Reflect.hasMetadata(PUBLIC, target),
  );
  const documentation = Reflect.getMetadata(DOCUMENTED, handler) as Documentation | undefined;
  const parts = new Map<string, JsonSchema>();
  const body = documentation?.body && jsonSchemaOf(documentation.body, 'input', parts);
  const takesMore = [body, Object.fromEntries(parts)].flatMap((schema) => openObjectsIn(schema));
  return [
    ...(open ? [] : [`${name}: name who may, with @Allow or @Public.`]),
    ...(documentation || !path.startsWith(`/${apiPrefix}`) ? [] : [`${name}: describe it with @Documented.`]),
    ...takesMore.map((pointer) => `${name}: the body's schema takes unknown fields at ${pointer}; use z.strictObject.`),
  ];
};
