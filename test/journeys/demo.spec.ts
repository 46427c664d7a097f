import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signInAs } from '@exeat/auth';
import { cast, demoCases, playDemo, type Fetch, type Played, type Progress, type SignIn } from '@exeat/demo';
import { exact, instantOf, quarterOf } from '@exeat/kernel';
import type { BuildReport, ListenerStatus } from '@exeat/messaging';
import { startOwnPlatform, type RunningPlatform } from './platform.js';

interface Shipment {
  readonly reference: string;
  readonly shippedOn: string;
  readonly lines: readonly { readonly quantity: string }[];
}
interface Licence {
  readonly status: string;
  readonly lines: readonly unknown[];
  readonly conditions: readonly { readonly clause: string }[];
  readonly shipments: readonly Shipment[];
}
interface Obligation {
  readonly about: string;
  readonly evidence: string;
  readonly status: string;
  readonly amount: unknown;
  readonly reference: string | null;
}
interface Case {
  readonly status: string;
  readonly licenceNumber: string;
  readonly decision: unknown;
  readonly review: {
    readonly requirements: readonly { readonly rule: string; readonly citation: string; readonly because: string }[];
  };
}

let on: RunningPlatform;
let played: readonly Played[];
const told: Progress[] = [];
const quiet = () => undefined;

const play = (
  platform: RunningPlatform,
  onProgress: (progress: Progress) => void = quiet,
  through: (fetch: Fetch) => Fetch = (fetch) => fetch,
): Promise<readonly Played[]> => {
  const signIn: SignIn = async (persona) => through((await signInAs(platform.url, persona)).fetch);
  return playDemo(signIn, { now: () => instantOf(new Date()) }, onProgress);
};

beforeAll(async () => {
  on = await startOwnPlatform();
  played = await play(on, (progress) => void told.push(progress));
  await on.settled();
}, 90_000);
afterAll(() => on.stop());

const [h20, h200, b300, rtx, mi325x] = demoCases.map(({ name }) => name) as [string, string, string, string, string];

const of = (name: string): Played => {
  const found = played.find((one) => one.case.name === name);
  if (!found) throw new Error(`${name} was not played.`);
  return found;
};
const sentences = (name: string): readonly string[] => of(name).timeline.map(({ sentence }) => sentence);
const overview = async (name: string): Promise<Case> =>
  (await (await on.as(cast.auditor)).get<Case>(`/cases/${of(name).caseId}`)).body;
const licenceOf = async (name: string): Promise<Licence> =>
  (await (await on.as(cast.auditor)).get<Licence>(`/licences/${(await overview(name)).licenceNumber}`)).body;
const owedFor = async (name: string): Promise<readonly Obligation[]> => {
  const { licenceNumber } = await overview(name);
  const path = `/obligations?limit=100&licence=${licenceNumber}`;
  return (await (await on.as(cast.auditor)).get<{ items: readonly Obligation[] }>(path)).body.items;
};

describe('H20 to China', () => {
  it('ends as a licence for half of what was applied for, with three conditions', async () => {
    expect(await overview(h20)).toMatchObject({ status: 'licensed' });
    const { lines, conditions, status } = await licenceOf(h20);
    expect(status).toBe('in-force');
    expect(conditions.map(({ clause }) => clause).sort()).toEqual(['delivery-report', 'revenue-share', 'site-lock']);
    expect(lines).toMatchObject([
      { quantity: '1000', shippedQuantity: '850', quantityLeft: '150', shippedValue: '10625000.00' },
    ]);
  });

  it('meets no 3A090 paragraph; an individual notice makes the licence necessary', async () => {
    expect(sentences(h20)).toContainEqual(
      expect.stringContaining('meeting no 3A090 paragraph: TPP 2,368, performance density 2.9091'),
    );
    const { review } = await overview(h20);
    expect(review.requirements.map(({ citation }) => citation)).toEqual(['15 CFR 744.23(b)']);
    expect(sentences(h20)).toContainEqual(expect.stringMatching(/^State had said nothing by .* not to object$/));
  });

  it('has two shipments; the third left no trace', async () => {
    const { shipments } = await licenceOf(h20);
    expect(shipments.map(({ reference }) => reference)).toEqual(['NG-SHIP-0001', 'NG-SHIP-0002']);
    expect(sentences(h20).join()).not.toContain('NG-SHIP-0003');
  });

  it('owes 15 % of what shipped in each quarter, to the cent, and a report of each delivery', async () => {
    const { shipments } = await licenceOf(h20);
    const shares = new Map<string, string>();
    for (const { shippedOn, lines } of shipments) {
      const { name } = quarterOf(shippedOn);
      const share = exact(lines[0]?.quantity ?? '0')
        .times('12500')
        .times('0.15');
      shares.set(name, share.plus(shares.get(name) ?? '0').toFixed(2));
    }
    const owed = await owedFor(h20);
    const remittances = owed.filter(({ evidence }) => evidence === 'revenue-share-remittance');
    expect(remittances.map(({ about, amount }) => [about, amount]).sort()).toEqual(
      [...shares].map(([quarter, amount]) => [quarter, { amount, currency: 'USD' }]).sort(),
    );
    expect([...shares.values()].reduce((sum, one) => sum.plus(one), exact(0)).toFixed(2)).toBe('1593750.00');
    const reports = owed.filter(({ evidence }) => evidence === 'delivery-report');
    expect(reports.map(({ about, status, reference }) => [about, status, reference]).sort()).toEqual([
      ['NG-SHIP-0001', 'fulfilled', 'NG-DELIVERY-0001'],
      ['NG-SHIP-0002', 'overdue', null],
    ]);
  });
});

describe('H200 to China', () => {
  it('is approved case by case for fewer units than applied for', async () => {
    expect(await overview(h200)).toMatchObject({ status: 'licensed' });
    const { lines, conditions } = await licenceOf(h200);
    expect(lines).toMatchObject([{ quantity: '1024', shippedQuantity: '0' }]);
    expect(conditions.map(({ clause }) => clause).sort()).toEqual([
      'aggregate-tpp-share',
      'laboratory-certificate',
      'no-military-end-use',
    ]);
    expect(sentences(h200)).toContainEqual(expect.stringContaining('3A090.a (a.1, a.2): TPP 15,832'));
  });

  it('has a data sheet and a statement, which the authority reads', async () => {
    expect(sentences(h200).filter((sentence) => / attached /.test(sentence))).toHaveLength(2);
    expect(sentences(h200)).toContainEqual(
      expect.stringMatching(/ submitted the application: .*, with 2 documents; signed/),
    );
    const officer = await on.as(cast.officerMarcus);
    const documents = `/cases/${of(h200).caseId}/documents`;
    const { items } = (await officer.get<{ items: { documentId: string; mediaType: string }[] }>(documents)).body;
    expect(items.map(({ mediaType }) => mediaType)).toEqual(['application/pdf', 'text/plain']);
    const sheet = await officer.get(`${documents}/${items[0]?.documentId}`);
    expect([sheet.status, sheet.text.slice(0, 8)]).toEqual([200, '%PDF-1.7']);
  });

  it('ships nothing before a certificate is on file', async () =>
    expect((await licenceOf(h200)).shipments).toEqual([]));
});

it('B300 to China is denied after a notice that nobody answered', async () => {
  expect(await overview(b300)).toMatchObject({
    status: 'denied',
    licenceNumber: null,
    decision: { outcome: 'denied' },
  });
  const said = sentences(b300).join('\n');
  expect(said).toMatch(/"object" for Defense[^]*"object" for Energy[^]*notice of intent to deny[^]*was denied under/);
  expect(said).not.toMatch(/answered the notice/);
});

it('RTX 4090 D needs no licence, by Note 2', async () => {
  expect(await overview(rtx)).toMatchObject({ status: 'no-licence-required', licenceNumber: null });
  expect(sentences(rtx)).toContainEqual(expect.stringContaining('meeting no 3A090 paragraph (Note 2): TPP 4,704'));
  expect((await overview(rtx)).review.requirements).toEqual([]);
});

it('MI325X to the Emirates is in security review in its second round, by the headquarters rule', async () => {
  const found = await overview(mi325x);
  expect(found).toMatchObject({ status: 'in-security-review', round: 2, decision: null });
  const { requirements } = found.review;
  expect(requirements.map(({ rule }) => rule)).toEqual(['rs-3a090-a-destination', 'hq-3a090-a']);
  expect(requirements[1]?.because).toMatch(/ultimate parent Silver Abacus .* headquartered in the People's Republic/);
});

describe('the demo', () => {
  const report = async (view: string): Promise<BuildReport> => {
    const { text } = await (await on.as(cast.administrator)).ask(`/operations/views/${view}/verify`, {});
    const last = JSON.parse(text.trim().split('\n').at(-1) ?? '') as { report: BuildReport };
    return last.report;
  };

  it('told of every scene in order', () => {
    expect(told.map(({ done }) => done)).toEqual(told.map((_, index) => index));
    expect(told.at(-1)).toMatchObject({ done: told.length - 1, of: told.length - 1 });
    expect(told.length).toBe(demoCases.flatMap(({ scenes }) => scenes).length + 1);
  });

  it('leaves every view equal to history', async () => {
    const administrator = await on.as(cast.administrator);
    const { body } = await administrator.get<{ listeners: readonly ListenerStatus[] }>('/operations/listeners');
    const views = body.listeners.filter(({ kind }) => kind !== 'reactions').map(({ listener }) => listener);
    expect(views.length).toBeGreaterThan(9);
    const head = await on.head();
    for (const view of views) {
      const { position, ...found } = await report(view);
      expect(found).toMatchObject({ view, parkedStreams: 0, comparison: { equal: true, different: 0 } });
      // A view keeps its place from time to time only where a fact says nothing to it.
      expect(position).toBeGreaterThan(head - 20);
    }
  });

  it('had no reaction refused and no fact set aside', async () => {
    const administrator = await on.as(cast.administrator);
    expect((await administrator.get('/operations/refused-commands')).body).toEqual({ refused: [] });
    expect((await administrator.get('/operations/parked')).body).toEqual({ parked: [] });
  });

  it('stores nothing more when it is played again', async () => {
    const before = await on.settled();
    expect(await play(on)).toEqual(played);
    expect(await on.settled()).toBe(before);
  }, 60_000);

  it('ends the same when it is cut between scenes, and in one, and goes on', async () => {
    const other = await startOwnPlatform();
    try {
      await expect(
        play(other, ({ done }) => {
          if (done === 7) throw new Error('cut between scenes');
        }),
      ).rejects.toThrow('cut between scenes');
      let left = 45;
      const cut =
        (fetch: Fetch): Fetch =>
        async (path, init) => {
          // The server has carried it out; its answer is what is lost.
          const response = await fetch(path, init);
          if (init?.method !== 'GET' && --left === 0) throw new Error('cut in a scene');
          return response;
        };
      await expect(play(other, quiet, cut)).rejects.toThrow('cut in a scene');
      const resumed = await play(other);
      expect(resumed.map(likeness)).toEqual(played.map(likeness));
    } finally {
      await other.stop();
    }
  }, 90_000);
});

/** What was said of a case, apart from numbers that two plays may draw in another order, and from the order of sentences. */
const likeness = ({ caseId, timeline }: Played) => ({
  caseId,
  said: timeline.map(({ sentence }) => sentence.replaceAll(/\b[ZD]\d{6,}\b/g, 'number')).sort(),
});
