import { signInAs, type SignedInClient } from '@exeat/auth';
import { Policy } from '@exeat/policy';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PolicyModule } from '../policy/policy.module.js';
import { startTryHost, type TryHost } from './try-host.js';

let on: TryHost;
const people: Record<string, SignedInClient> = {};
beforeAll(async () => {
  on = await startTryHost({ modules: [PolicyModule], provide: [{ provide: Policy, useValue: new Policy() }] });
  for (const id of ['nora-vance', 'ada-reyes', 'sam-okafor', 'lena-fischer', 'priya-nair', 'alex-thorne'])
    people[id] = await signInAs(on.url, id);
}, 60_000);
afterAll(() => on?.stop());

interface Answer {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly code: string;
}
const answered = async (response: Response) => ({ status: response.status, body: (await response.json()) as Answer });
const get = async (who: string, path: string) => answered(await people[who]!.fetch(`/api/v1${path}`));
const classify = async (who: string, body: unknown) =>
  answered(
    await people[who]!.fetch('/api/v1/classifications', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: on.url },
      body: JSON.stringify(body),
    }),
  );
const h20 = {
  kind: 'integrated-circuit',
  rates: [{ format: 'int8', bits: 8, denseTops: '296' }],
  dies: [{ areaMm2: '814', nonPlanar: true }],
  designedOrMarketedForDatacentre: 'yes',
};

describe('the clause library', () => {
  const clauses = async (who: string) => (await get(who, '/clauses')).body.items.map(({ clause }) => clause);
  it('shows each clause with its wording, parameters and duty in words', async () =>
    expect((await get('lena-fischer', '/clauses')).body.items).toContainEqual(
      expect.objectContaining({
        clause: 'revenue-share',
        kind: 'condition',
        financial: true,
        parameters: expect.arrayContaining([expect.objectContaining({ type: 'percent' })]),
        duty: expect.stringMatching(/^File within .* of the end of each quarter .* per cent of what was shipped\.$/),
      }),
    ));
  it('keeps its financial clauses from applicants and reviewers', async () => {
    for (const who of ['nora-vance', 'ada-reyes', 'sam-okafor']) {
      expect(await clauses(who)).not.toContain('revenue-share');
      expect(await clauses(who)).toContain('delivery-report');
    }
    for (const who of ['lena-fischer', 'priya-nair', 'alex-thorne'])
      expect(await clauses(who)).toContain('revenue-share');
  });
});

describe('rule sets', () => {
  it('are listed with the days on which they are chosen, the last without an end', async () => {
    const { items } = (await get('nora-vance', '/rule-sets')).body;
    expect(items.map(({ effectiveTo }) => effectiveTo).slice(-2)).toEqual([expect.any(String), null]);
  });
  it('show their rules with citation, mark and standing', async () =>
    expect((await get('sam-okafor', '/rule-sets/us-ear-2026-07-23')).body).toMatchObject({
      thresholds: { circuit: { limbs: expect.any(Array) } },
      process: { resolveWithinDays: 90 },
      rules: expect.arrayContaining([
        expect.objectContaining({ citation: expect.any(String), mark: expect.any(String), standing: 'in-force' }),
      ]),
    }));
  it.each(['nothing', '__proto__', '%00'])('are not found under an id that is none: %s', async (id) =>
    expect((await get('nora-vance', `/rule-sets/${id}`)).status).toBe(id === '%00' ? 400 : 404),
  );
});

describe('a trial computation', () => {
  it('gives the classification with its explanation, by the rules of the day', async () => {
    const { status, body } = await classify('nora-vance', { specification: h20, on: '2026-08-01' });
    expect([status, body]).toMatchObject([
      200,
      { paragraph: 'none', tpp: '2368', ruleSet: 'us-ear-2026-07-23', explanation: expect.any(Array) },
    ]);
    const earlier = await classify('ada-reyes', { specification: h20, on: '2025-01-01' });
    expect(earlier.body).toMatchObject({ ruleSet: 'us-ear-2024-12-02' });
  });
  it.each([
    ['nothing', {}, 'INVALID_FIELDS'],
    ['another field', { specification: h20, more: 1 }, 'INVALID_FIELDS'],
    ['a day that is none', { specification: h20, on: '2026-02-30' }, 'INVALID_FIELDS'],
    [
      'a rate that is negative',
      { specification: { ...h20, rates: [{ ...h20.rates[0], denseTops: '-1' }] } },
      'INVALID_FIELDS',
    ],
    ['a day before all rules', { specification: h20, on: '2001-01-01' }, 'NO_RULE_SET'],
  ])('is refused for %s', async (_what, body, code) =>
    expect(await classify('nora-vance', body)).toMatchObject({ status: 422, body: { code } }),
  );
  it('is shut to those who neither apply, review items nor decide', async () =>
    expect((await classify('sam-okafor', { specification: h20 })).status).toBe(403));
});
