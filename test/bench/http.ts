import { randomUUID } from 'node:crypto';
import { signInAs, type SignedInClient } from '@exeat/auth';
import autocannon, { type Request } from 'autocannon';
import { v5 } from 'uuid';
import { aContent } from '../../libs/kernel/src/spec/trade.js';
import { inTurns } from './load.js';
import type { Part } from './part.js';
import { startPlatformProcess } from './platform-process.js';
import type { Measured } from './report.js';

const connections = 50;
const secondsOfTurn = 5;
const secondsOfWarmUp = 6;
const persona = 'nora-vance';

/**
 * Whole commands over HTTP (signed in by a session cookie, validated, decided, stored), while everything listens in the
 * same process, against a POST that asks nothing of the same server.
 */
export const http: Part = async ({ emptyDatabase, progress, beforeEnd }) => {
  const { BENCH_PLATFORM_OPTIONS: options } = process.env;
  const platform = await startPlatformProcess(await emptyDatabase(), options?.split(' '));
  const stop = beforeEnd(platform.stop);
  const person = await signInAs(platform.url, persona);
  const { start, save } = requestsOf(person);
  const nothing: Request = { method: 'POST', path: '/api/v1/development/nothing' };
  const rate = (name: string, request: Request, seconds = secondsOfTurn) => {
    progress(`http: ${name}, ${connections} connections`);
    return requestsPerSecond(platform.url, request, seconds);
  };

  for (const request of [nothing, start, save]) await rate('warming up', request, secondsOfWarmUp);
  const empty = () => rate('empty POST', nothing);
  const line = (name: string, { ours, floor }: { ours: number; floor: number }): Measured => ({
    ...{ name, figure: ours, unit: 'requests/s' },
    floor: { name: 'empty POST', figure: floor },
    promise: { of: 'ratio', atLeast: 0.4 },
  });
  const starting = await inTurns(() => rate('start a draft', start), { empty });
  const saving = await inTurns(() => rate('save a draft', save), { empty });
  await stop();
  return [
    line('start a draft: POST /applications', starting.empty),
    line('save a draft: PATCH /applications/:id/draft', saving.empty),
  ];
};

/** Each request a command of its own: the drafts that were started are saved one after the other. */
const requestsOf = (person: SignedInClient): { readonly start: Request; readonly save: Request } => {
  const headers = { ...person.headers(), 'content-type': 'application/json' };
  const { endUse, items } = aContent();
  const cases: string[] = [];
  let saved = 0;
  return {
    start: {
      ...{ method: 'POST', path: '/api/v1/applications', body: JSON.stringify({ reference: 'PO-1' }) },
      setupRequest: (request) => {
        const key = randomUUID();
        // As the platform derives it, so that the answers need not be read here.
        cases.push(v5('application', key));
        return { ...request, headers: { ...headers, 'idempotency-key': key } };
      },
    },
    save: {
      method: 'PATCH',
      setupRequest: (request) => ({
        ...request,
        path: `/api/v1/applications/${cases[saved % cases.length]}/draft`,
        headers: { ...headers, 'idempotency-key': randomUUID(), 'if-match': '*' },
        body: JSON.stringify({ sections: { endUse: `${endUse} Text ${++saved}.`, items } }),
      }),
    },
  };
};

/** Throws where any answer is other than 2xx: then it was no command that was measured. */
const requestsPerSecond = async (url: string, request: Request, duration: number): Promise<number> => {
  const result = await autocannon({ url, connections, duration, requests: [request] });
  if (result.non2xx + result.errors > 0)
    throw new Error(
      `${result.non2xx} answers other than 2xx, ${result.errors} errors: ${JSON.stringify(result.statusCodeStats)}`,
    );
  return result['2xx'] / result.duration;
};
