import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signInAs, type SignedInClient } from '@exeat/auth';
import { CaseSteps } from '../spec/case-steps.fixtures.js';
import type { Step } from '../spec/recorded.fixtures.js';
import { startViewsHost, type ViewsHost } from '../spec/views-host.fixtures.js';

const northgate = { companyId: 'northgate', name: 'Northgate Compute Exports, Inc.' };
const others = ['blueharbor', 'eastline', 'westfall'].map((companyId) => ({ companyId, name: companyId }));

/** A case with a licence after so many days of technical review and so many of licensing. */
const licensed = (number: number, company: typeof northgate, reviewDays: number, licensingDays: number): CaseSteps =>
  new CaseSteps(number, company, ['100'])
    .draft()
    .after(3)
    .submit()
    .register()
    .openTechnicalReview()
    .after(reviewDays)
    .openLicensing([], [], 'decision')
    .after(licensingDays)
    .grant([]);

const first = licensed(1, northgate, 10, 5).ship(1, '40');
const cases = [
  first,
  licensed(2, others[0]!, 20, 5),
  licensed(3, others[1]!, 30, 5),
  licensed(4, others[2]!, 40, 5),
  new CaseSteps(5, northgate, ['100']).draft().submit().register().openTechnicalReview(),
  new CaseSteps(6, northgate, ['100']).draft().after(2).submit().after(1).withdrawn(),
  new CaseSteps(7, northgate, ['100']).draft(),
  new CaseSteps(8, northgate, ['100']).draft().submit().register().returned(),
];
/** In the order of time, as a log has them. */
const steps: readonly Step[] = cases
  .flatMap((each) => each.steps)
  .sort((one, other) => (one.day ?? 0) - (other.day ?? 0));

let on: ViewsHost;
const people: Record<string, SignedInClient> = {};
beforeAll(async () => {
  on = await startViewsHost();
  await on.happened(steps);
  for (const id of ['nora-vance', 'ada-reyes', 'alex-thorne', 'lena-fischer']) people[id] = await signInAs(on.url, id);
}, 60_000);
afterAll(() => on?.stop());

const get = async (who: string, path: string) => {
  const response = await people[who]!.fetch(`/api/v1${path}`);
  return { status: response.status, body: (await response.json()) as Readonly<Record<string, unknown>> };
};
const outcome = (body: Readonly<Record<string, unknown>>, name: string) =>
  (body['byOutcome'] as readonly { readonly outcome: string }[]).find((each) => each.outcome === name);
const stage = (body: Readonly<Record<string, unknown>>, name: string) =>
  (body['stages'] as readonly { readonly stage: string }[]).find((each) => each.stage === name);

describe('the statistics', () => {
  it('tell how long closed cases were in each stage, and how many are in it now', async () => {
    const { status, body } = await get('lena-fischer', '/statistics');
    expect(status).toBe(200);
    expect(stage(body, 'technical-review')).toMatchObject({ cases: 4, medianDays: 25, ninetiethDays: 37, open: 1 });
    expect(stage(body, 'licensing')).toMatchObject({ cases: 4, medianDays: 5, ninetiethDays: 5, open: 0 });
    expect(stage(body, 'returned')).toMatchObject({ cases: 0, medianDays: null, open: 1 });
    expect(stage(body, 'draft')).toBeUndefined();
  });
  it('tell how long it took to resolve cases, by outcome; a case that never was registered is none', async () => {
    const { body } = await get('lena-fischer', '/statistics');
    expect(body['resolved']).toEqual({ cases: 4, medianDays: 30, ninetiethDays: 42 });
    expect(outcome(body, 'licensed')).toMatchObject({ cases: 4, medianDays: 30 });
    expect(outcome(body, 'withdrawn')).toMatchObject({ cases: 0, medianDays: null });
  });
  it('tell how old open cases are, as of the day it is', async () => {
    const { body } = await get('ada-reyes', '/statistics');
    const ages = body['openByAge'] as readonly { readonly fromDays: number; readonly cases: number }[];
    expect(ages.map(({ fromDays }) => fromDays)).toEqual([0, 30, 60, 90]);
    expect(ages.reduce((sum, each) => sum + each.cases, 0)).toBe(1);
  });
  it('can be asked for what was closed since a day', async () => {
    const { body } = await get('lena-fischer', '/statistics?since=2026-02-10');
    expect(body['resolved']).toMatchObject({ cases: 2 });
    expect(stage(body, 'technical-review')).toMatchObject({ cases: 2, medianDays: 35 });
    expect((await get('lena-fischer', '/statistics?since=lately')).status).toBe(400);
  });
  it('are for the authority and those who run it, and not for applicants', async () => {
    expect((await get('alex-thorne', '/statistics')).status).toBe(200);
    expect((await get('nora-vance', '/statistics')).status).toBe(403);
  });
});

describe('the aggregate performance', () => {
  it('is exact, by model, over the licences in force', async () => {
    expect((await get('lena-fischer', '/licences/aggregate-tpp?company=northgate')).body).toEqual({
      items: [
        {
          ...{ model: 'Chip 1', licences: 1, quantityLicensed: '100', quantityShipped: '40' },
          ...{ tppLicensed: '1582400', tppShipped: '632960', quantityWithoutTpp: '0' },
        },
      ],
      total: { tppLicensed: '1582400', tppShipped: '632960' },
    });
    expect((await get('lena-fischer', '/licences/aggregate-tpp')).body['total']).toMatchObject({
      tppLicensed: '6329600',
    });
  });
  it('is that of their company for a holder, whatever they ask for', async () => {
    const asked = await get('nora-vance', '/licences/aggregate-tpp?company=eastline');
    expect(asked.body['total']).toEqual({ tppLicensed: '1582400', tppShipped: '632960' });
    expect((await get('ada-reyes', '/licences/aggregate-tpp')).status).toBe(403);
  });
});

describe('what is published', () => {
  it('is nothing of a few cases, and the median once there are five of three companies', async () => {
    expect((await get('nora-vance', '/statistics/published')).body).toEqual({
      ...{ fewestCases: 5, fewestCompanies: 3 },
      byOutcome: [],
    });
    await on.happened(licensed(9, northgate, 50, 5).steps);
    const ofOneCompany = [10, 11, 12, 13, 14].map((number) =>
      new CaseSteps(number, northgate, ['100']).draft().submit().register().withdrawn(),
    );
    await on.happened(ofOneCompany.flatMap((each) => each.steps));
    expect((await get('nora-vance', '/statistics/published')).body['byOutcome']).toEqual([
      { outcome: 'licensed', cases: 5, medianDays: 35 },
    ]);
  });
});
