import { RequestMethod, type DynamicModule, type INestApplication, type Type } from '@nestjs/common';
import { METHOD_METADATA, MODULE_METADATA, PATH_METADATA } from '@nestjs/common/internal';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';

export type Handler = (...parameters: never[]) => unknown;

/** One method of a controller that answers requests. */
export interface Route {
  readonly method: string;
  /** With the global prefix: `/api/v1/licences/:licenceNumber`. */
  readonly path: string;
  /** `SubmissionController.submit`, for messages. */
  readonly name: string;
  readonly controller: Handler;
  readonly handler: Handler;
}

export const apiPrefix = 'api/v1';
/** What is not part of the API and stays at the root. */
export const atRoot = ['auth', 'health'];

/** Every route of a running application. */
export const routesOf = (app: INestApplication): readonly Route[] =>
  app
    .get(DiscoveryService)
    .getControllers()
    .flatMap(({ metatype }) => (typeof metatype === 'function' ? routesIn(metatype as Handler) : []));

type SomeModule = Type | DynamicModule;

/** Every route of modules that nobody has started, from what they declare; those of imported modules included. */
export const routesOfModules = (modules: readonly SomeModule[]): readonly Route[] => {
  const seen = new Set<SomeModule>();
  const controllersIn = (each: SomeModule): readonly Handler[] => {
    if (seen.has(each)) return [];
    seen.add(each);
    const { module, imports = [], controllers = [] } = typeof each === 'function' ? { module: each } : each;
    const further = [...declared<SomeModule>(MODULE_METADATA.IMPORTS, module), ...(imports as SomeModule[])];
    return [
      ...[...declared<Handler>(MODULE_METADATA.CONTROLLERS, module), ...(controllers as unknown as Handler[])],
      ...further.flatMap(controllersIn),
    ];
  };
  return [...new Set(modules.flatMap(controllersIn))].flatMap(routesIn);
};

const declared = <Part>(kind: string, module: object): readonly Part[] =>
  (Reflect.getMetadata(kind, module) as readonly Part[] | undefined) ?? [];

const routesIn = (controller: Handler): readonly Route[] => {
  const prototype = controller.prototype as Record<string, Handler>;
  return new MetadataScanner().getAllMethodNames(prototype).flatMap((name): Route[] => {
    const handler = prototype[name];
    const verb = handler && (Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined);
    if (!handler || verb === undefined) return [];
    const method = RequestMethod[verb] ?? 'ALL';
    return pathsOf(controller, handler).map((path) => {
      return { method, path, name: `${controller.name}.${name}`, controller, handler };
    });
  });
};

const pathsOf = (controller: object, handler: object): readonly string[] =>
  listed(controller).flatMap((above) => listed(handler).map((below) => prefixed(`${above}/${below}`)));

const listed = (target: object): readonly string[] => {
  const paths = Reflect.getMetadata(PATH_METADATA, target) as string | string[] | undefined;
  return Array.isArray(paths) ? paths : [paths ?? ''];
};

const prefixed = (path: string): string => {
  const steps = path.split('/').filter((step) => step !== '');
  return `/${[...(atRoot.includes(steps[0] ?? '') ? [] : [apiPrefix]), ...steps].join('/')}`;
};

/** The addresses that a route answers, parameters filled in. */
export const formOf = (path: string): RegExp =>
  new RegExp(`^${path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/:[A-Za-z]+/g, '[^/]+')}/?$`, 'i');
