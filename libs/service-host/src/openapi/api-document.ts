import type { DynamicModule, Type } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { HostRoutes } from '../host/host-module.js';
import { routesOfModules } from '../http/routes.js';
import { openApiDocument } from './document.js';

/**
 * The API document of a development host over these modules, without starting one: as the host serves it, paths in
 * alphabetical order, so that a file of it changes only where the API does.
 */
export const apiDocumentOf = (modules: readonly (Type | DynamicModule)[], version: string): OpenAPIObject => {
  const { paths, components, ...document } = openApiDocument(routesOfModules([HostRoutes, ...modules]), version);
  return {
    ...document,
    paths: sorted(paths),
    components: { ...components, schemas: sorted(components?.schemas ?? {}) },
  };
};

const sorted = <Value>(record: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)));
