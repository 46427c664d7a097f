import { request } from 'node:http';
import { createServer } from 'node:https';
import { developmentIssuerPath, developmentProvider, type DevelopmentProvider } from '@exeat/auth';
import express from 'express';
import type { Certificate } from './certificate.js';

export interface FrontDoor {
  readonly url: string;
  /** Another program than Exeat: what is served behind the same address by an identity provider of its own. */
  readonly provider: DevelopmentProvider;
  readonly close: () => Promise<void>;
}

/** As in production: a proxy that ends TLS and passes requests on to Exeat, and an identity provider beside it. */
export const openFrontDoor = async (
  ports: { readonly own: number; readonly exeat: number },
  folder: string,
  certificate: Certificate,
): Promise<FrontDoor> => {
  const url = `https://localhost:${ports.own}`;
  const provider = await developmentProvider(url, folder);
  const app = express();
  app.use(developmentIssuerPath, provider.router);
  app.use((incoming, outgoing) => {
    const { method, url: path, headers } = incoming;
    const passedOn = { ...headers, 'x-forwarded-proto': 'https', 'x-forwarded-for': '192.0.2.1' };
    const further = request({ port: ports.exeat, host: '127.0.0.1', method, path, headers: passedOn }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    further.on('error', () => outgoing.status(502).end());
    incoming.pipe(further);
  });
  const server = createServer(certificate, app);
  await new Promise<void>((resolve) => server.listen(ports.own, '127.0.0.1', resolve));
  return {
    url,
    provider,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
