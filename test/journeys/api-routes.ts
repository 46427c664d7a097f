import type { RunningPlatform } from './platform.js';

export interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly description?: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Readonly<Record<string, { schema: object }>> }>
  >;
}

export interface ApiDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

export interface ApiRoute {
  readonly method: string;
  /** Below /api/v1, with parameters in braces. */
  readonly path: string;
  /** `GET /cases/{caseId}`. */
  readonly name: string;
  readonly operation: Operation;
}

export const documentOf = async (on: RunningPlatform): Promise<ApiDocument> =>
  (await on.nobody.get<ApiDocument>('/openapi.json')).body;

/** Every route that the API document lists, so that a new one is looked at without anybody thinking of it. */
export const routesIn = ({ paths }: ApiDocument): readonly ApiRoute[] =>
  Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([verb, operation]): ApiRoute => {
      const [method, below] = [verb.toUpperCase(), path.replace('/api/v1', '')];
      return { method, path: below, name: `${method} ${below}`, operation };
    }),
  );

/** The path with its parameters filled in. Throws where one is not known: a route of a new kind needs a thought. */
export const pathWith = (path: string, values: Readonly<Record<string, string>>): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`Say what {${name}} in ${path} stands for.`);
    return value;
  });
