import { RequestMethod, type INestApplication } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/internal';
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

/** Every route of the application, from its controllers. */
export const routesOf = (app: INestApplication): readonly Route[] => {
  const scanner = new MetadataScanner();
  return app
    .get(DiscoveryService)
    .getControllers()
    .flatMap(({ metatype }) => {
      if (typeof metatype !== 'function') return [];
      const prototype = metatype.prototype as Record<string, Handler>;
      return scanner.getAllMethodNames(prototype).flatMap((name): Route[] => {
        const handler = prototype[name];
        const verb = handler && (Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined);
        if (!handler || verb === undefined) return [];
        const method = RequestMethod[verb] ?? 'ALL';
        return pathsOf(metatype, handler).map((path) => {
          const controller = metatype as Handler;
          return { method, path, name: `${metatype.name}.${name}`, controller, handler };
        });
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
