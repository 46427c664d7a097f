import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast, type CaseRun } from '@exeat/demo';
import { documentOf, pathWith, routesIn, type ApiRoute } from './api-routes.js';
import { badRequests } from './bad-requests.js';
import { bring, caseCalled, secret, share } from './cases.js';
import { listen, type LiveEvent } from './live.js';
import { startOwnPlatform, type Problem, type RunningPlatform } from './platform.js';
import { personaOf, testedRoles, whoMay } from './who-may.js';

let on: RunningPlatform;
let routes: readonly ApiRoute[];
let shipped: CaseRun;
let settled: CaseRun;
let filed: CaseRun;
beforeAll(async () => {
  on = await startOwnPlatform();
  routes = routesIn(await documentOf(on));
  shipped = await bring(on.stage, 'shipped', caseCalled('shipped'));
  settled = await bring(on.stage, 'settled', caseCalled('settled'));
  filed = await bring(on.stage, 'submitted', caseCalled('filed'));
  await on.settled();
}, 60_000);
afterAll(() => on.stop());

const [nora, mia] = [cast.northgateCompliance, cast.blueHarborCompliance];
const namesOf = ({ caseId, licenceNumber }: CaseRun) => ({
  ...{
    caseId,
    licenceNumber,
    conditionId: randomUUID(),
    documentId: randomUUID(),
    obligationId: randomUUID(),
    view: 'nothing',
    ruleSet: 'nothing',
  },
});
const nothing = () => ({ ...namesOf(filed), caseId: randomUUID(), licenceNumber: 'D9999999' });
const reads = () => routes.filter(({ method, name }) => method === 'GET' && name !== 'GET /live');
/** What a route has to be asked before it answers. */
const asking: Readonly<Record<string, string>> = { '/search': 'q=northgate' };
const ofOneThing = ({ path }: ApiRoute) => /\{(caseId|licenceNumber|ruleSet)\}/.test(path);

/** All that somebody hears from the first fact on, up to something new: an own draft, or what is submitted to them. */
const heardBy = async (id: string): Promise<readonly LiveEvent[]> => {
  const ear = await on.as(id);
  const exports = id === mia || id === nora;
  if (exports) await ear.ask('/applications', { reference: 'Mark' });
  else await bring(on.stage, 'submitted', caseCalled(`mark for ${id}`));
  const position = await on.settled();
  const listening = await listen(ear, 0);
  await listening.reached(position);
  listening.stop();
  return listening.events;
};

/** What a problem says, apart from which request it answers. */
const saidIn = ({ body, status }: { body: Problem; status: number }) => {
  const { instance: _, requestId: __, ...said } = body;
  return { answered: status, ...said };
};

describe('a company', () => {
  it('cannot tell another’s case or licence from one that does not exist, on any route that reads one', async () => {
    const [owner, other] = [await on.as(nora), await on.as(mia)];
    const own: string[] = [];
    for (const route of reads().filter(ofOneThing))
      for (const run of [shipped, settled, filed]) {
        if (run.licenceNumber === '' && route.path.includes('{licenceNumber}')) continue;
        const path = pathWith(route.path, namesOf(run));
        const foreign = await other.get<Problem>(path);
        const unknown = await other.get<Problem>(pathWith(route.path, nothing()));
        expect([route.name, saidIn(foreign)]).toEqual([route.name, saidIn(unknown)]);
        expect([route.name, foreign.status]).toEqual([
          route.name,
          (whoMay[route.name] ?? []).includes('exporter') ? 404 : 403,
        ]);
        if ((await owner.get(path)).status === 200) own.push(route.name);
      }
    // The routes do answer those whose case it is.
    expect(new Set(own)).toEqual(
      new Set([
        'GET /applications/{caseId}/draft',
        'GET /applications/{caseId}/drafts',
        'GET /cases/{caseId}',
        'GET /cases/{caseId}/documents',
        'GET /cases/{caseId}/timeline',
        'GET /licences/{licenceNumber}',
      ]),
    );
  });

  it('finds nothing of another’s in any list, whatever it asks for', async () => {
    const other = await on.as(mia);
    for (const { path, name, operation } of reads().filter((route) => !ofOneThing(route))) {
      const filters = operation.parameters.some((each) => each.name === 'company')
        ? ['', '?company=northgate']
        : [asking[path] ? `?${asking[path]}` : ''];
      for (const filter of filters) {
        const { status, text } = await other.get(`${path}${filter}`);
        expect([name, status]).toEqual([name, (whoMay[name] ?? []).includes('exporter') ? 200 : 403]);
        expect([name, /northgate/i.test(text) || text.includes(shipped.caseId)]).toEqual([name, false]);
      }
    }
  });

  it('hears nothing of another’s, and of its own only what applicants may know', async () => {
    expect(await heardBy(mia)).toEqual([expect.objectContaining({ type: 'DraftStarted' })]);
    const own = await heardBy(nora);
    const [mark] = own.slice(-1);
    expect(new Set(own.map(({ caseId }) => caseId))).toEqual(
      new Set([shipped.caseId, settled.caseId, filed.caseId, mark?.caseId]),
    );
    const inner = ['FindingRecorded', 'PositionTaken', 'ConditionProposed', 'ApprovalProposed', 'ConditionAdded'];
    expect(own.filter(({ type }) => inner.includes(type))).toEqual([]);
  });

  it('is tried as a stranger on every command it has, in the list of bad requests', () => {
    const tried = badRequests
      .flatMap(({ requests }) => requests)
      .filter(({ by, answer }) => by === mia && answer.startsWith('404'))
      .map(({ ask }) => ask);
    const forms = routes
      .filter((route) => route.method !== 'GET' && ofOneThing(route) && whoMay[route.name]?.includes('exporter'))
      .map(({ name }) => ({ name, form: new RegExp(`^${name.replaceAll(/\{\w+\}/g, '\\{[\\w ]+\\}')}$`) }));
    expect(forms.length).toBeGreaterThan(5);
    expect(forms.filter(({ form }) => !tried.some((ask) => form.test(ask))).map(({ name }) => name)).toEqual([]);
  });

  it('sees no more through somebody who is an auditor as well', async () => {
    const both = await on.as('client:exporter-and-auditor');
    for (const path of [`/applications/${settled.caseId}/state`, `/licensing/${settled.caseId}`])
      expect((await both.get(path)).status).toBe(404);
    expect((await both.get('/audit-trail')).status).toBe(403);
  });
});

describe('a route', () => {
  it('stands in the table of who may, and the table names no other', () =>
    expect(routes.map(({ name }) => name).sort()).toEqual(Object.keys(whoMay).sort()));

  const answered = async (role: (typeof testedRoles)[number] | undefined, { method, path, name }: ApiRoute) => {
    const client = role === undefined ? on.nobody : await on.as(personaOf[role]);
    // Commands without their headers, and without a body: nobody can do anything by them.
    const leave = new AbortController();
    const headers = { origin: on.url };
    const response = await client.send(pathWith(path, nothing()), { method, headers, signal: leave.signal });
    const { code } = (name === 'GET /live' && response.ok ? {} : await response.json().catch(() => ({}))) as Problem;
    leave.abort();
    return [response.status, code] as const;
  };

  it.each(testedRoles)('is open to a %s where the table says so, and shut otherwise', async (role) => {
    const wrong: unknown[] = [];
    for (const route of routes) {
      const [status, code] = await answered(role, route);
      const shut = status === 403 && code === 'PERMISSION_MISSING';
      if (shut === (whoMay[route.name] ?? []).includes(role)) wrong.push([route.name, status, code]);
      if (status >= 500) wrong.push([route.name, status, code]);
    }
    expect(wrong).toEqual([]);
  });

  it('is shut to whoever is not signed in', async () => {
    for (const route of routes.filter(({ path }) => path !== '/development/nothing'))
      expect([route.name, ...(await answered(undefined, route))]).toEqual([route.name, 401, 'SIGN_IN_REQUIRED']);
  });
});

describe('whoever took part', () => {
  const asked = async (by: string, path: string, body: unknown) => {
    const before = await on.settled();
    const { body: said } = await (await on.as(by)).ask(path, body);
    expect(await on.settled()).toBe(before);
    return said.code;
  };
  const approval = { lines: [{ line: 1, quantity: '10' }], reasons: 'Because' };

  it('in the technical review takes no position for an agency', async () => {
    const both = 'client:twofold-reviewer';
    const run = await bring(on.stage, 'in security review', caseCalled('twofold'), { reviewer: both });
    const code = await asked(both, `/security-reviews/${run.caseId}/position`, { position: 'no-objection' });
    expect(code).toBe('TOOK_PART_IN_TECHNICAL_REVIEW');
  }, 20_000);

  it('in the reviews neither settles conditions, nor proposes, nor signs', async () => {
    const officer = 'client:reviewing-officer';
    const one = await bring(on.stage, 'settled', caseCalled('reviewing officer'), { reviewer: officer });
    expect(await asked(officer, `/licensing/${one.caseId}/approval`, approval)).toBe('REVIEWER_MAY_NOT_DECIDE');
    const added = { clause: 'record-retention', parameters: {}, reason: 'Because' };
    expect(await asked(officer, `/licensing/${one.caseId}/conditions`, added)).toBe('REVIEWER_MAY_NOT_DECIDE');
    const signer = 'client:reviewing-countersigner';
    const other = await bring(on.stage, 'proposed', caseCalled('reviewing signer'), { reviewer: signer });
    const countersign = `/licensing/${other.caseId}/countersign`;
    expect(await asked(signer, countersign, {})).toBe('REVIEWER_MAY_NOT_COUNTERSIGN');
    expect(await asked(signer, `/licensing/${other.caseId}/send-back`, { reason: 'No' })).toBe(
      'REVIEWER_MAY_NOT_COUNTERSIGN',
    );
  }, 20_000);

  it('in the decision does not sign it, nor one that another has proposed since', async () => {
    const both = 'client:signing-officer';
    const run = await bring(on.stage, 'proposed', caseCalled('own proposal'), { officer: both });
    const licensing = `/licensing/${run.caseId}`;
    expect(await asked(both, `${licensing}/countersign`, {})).toBe('OFFICER_MAY_NOT_COUNTERSIGN');
    const rosa = await on.as(cast.countersignerRosa);
    expect((await rosa.ask(`${licensing}/send-back`, { reason: 'Fewer' })).status).toBe(200);
    expect((await (await on.as(cast.officerMarcus)).ask(`${licensing}/approval`, approval)).status).toBe(200);
    expect(await asked(both, `${licensing}/countersign`, {})).toBe('OFFICER_MAY_NOT_COUNTERSIGN');
  }, 20_000);
});

describe('what is not everybody’s to know', () => {
  const everybody = [...Object.values(personaOf), mia, 'owen-hale', ...Object.values(cast.agencies)];
  /** Everything that somebody can read, by route. */
  const readBy = async (id: string): Promise<ReadonlyMap<string, string>> => {
    const client = await on.as(id);
    const found = new Map<string, string>();
    for (const route of reads())
      for (const run of [shipped, settled]) {
        const filled = pathWith(route.path, { ...namesOf(run), licenceNumber: shipped.licenceNumber });
        const asked = asking[route.path] ? '?q=revenue&limit=100' : '?limit=100';
        const { text } = await client.get(`${filled}${/\{/.test(route.path) ? '' : asked}`);
        found.set(route.name, `${found.get(route.name) ?? ''}${text}`);
        // A list that takes no limit is asked again without.
        if (!/\{/.test(route.path)) found.set(route.name, `${found.get(route.name)}${(await client.get(filled)).text}`);
      }
    if (id !== cast.administrator) found.set('GET /live', JSON.stringify(await heardBy(id)));
    return found;
  };
  const whereSaid = (found: ReadonlyMap<string, string>, what: RegExp) =>
    [...found].filter(([, text]) => what.test(text)).map(([name]) => name);

  it('stays where it belongs: withheld reasons, and financial terms', async () => {
    // A quarter later the share is owed: 17.25 % of 400 units of USD 12,500.
    await on.stage.turnClock(100);
    await on.settled();
    const withheld = new RegExp(secret);
    const terms = new RegExp(`(?<![\\d.])${share.replace('.', '\\.')}(?!\\d)|862,?500|revenue[- ]share`, 'i');
    const secrets: Record<string, string[]> = {};
    const shares: Record<string, string[]> = {};
    for (const id of new Set(everybody)) {
      const found = await readBy(id);
      const [said, told] = [whereSaid(found, withheld), whereSaid(found, terms)];
      if (said.length > 0) secrets[id] = said;
      if (told.length > 0) shares[id] = told;
    }
    const stored = 'GET /applications/{caseId}/state';
    const decision = 'GET /licensing/{caseId}';
    const security = 'GET /security-reviews/{caseId}';
    expect(secrets).toEqual({
      [cast.agencies.defense]: [security],
      [cast.officerLena]: expect.arrayContaining([security]),
      [cast.countersignerRosa]: expect.arrayContaining([security]),
      [cast.auditor]: expect.arrayContaining([security]),
    });
    for (const said of Object.values(secrets))
      expect([stored, decision, security]).toEqual(expect.arrayContaining(said));
    expect(Object.keys(shares).sort()).toEqual(
      [nora, 'owen-hale', cast.officerLena, cast.countersignerRosa, cast.auditor, cast.administrator].sort(),
    );
    // Of financial terms an administrator knows the library, and no case.
    expect(shares[cast.administrator]).toEqual(['GET /clauses']);
    expect(shares[nora]).toEqual(expect.arrayContaining(['GET /licences/{licenceNumber}', 'GET /obligations']));
  }, 60_000);
});

describe('two at once', () => {
  const facts = async (caseId: string, type: string) => {
    const text = 'select data from es.facts where case_id = $1 and type = $2';
    return (await on.database.query<{ data: Record<string, unknown> }>(text, [caseId, type])).rows;
  };

  it.each([1, 2, 3])(
    'officers propose one decision, and countersigners make one licence (%i)',
    async (round) => {
      const run = await bring(on.stage, 'settled', caseCalled(`race ${round}`));
      const licensing = `/licensing/${run.caseId}`;
      const [lena, marcus, rosa, victor] = await Promise.all(
        [cast.officerLena, cast.officerMarcus, cast.countersignerRosa, cast.countersignerVictor].map((id) => on.as(id)),
      );
      const etag = async () => (await lena!.get(licensing)).headers.get('etag') ?? '';

      const seen = { match: await etag() };
      const proposals = await Promise.all([
        lena!.ask(`${licensing}/approval`, { lines: [{ line: 1, quantity: '10' }], reasons: 'Yes' }, seen),
        marcus!.ask(`${licensing}/denial`, { criteria: ['15 CFR 742.6'], reasons: 'No' }, seen),
      ]);
      expect(proposals.map(({ status }) => status).sort()).toEqual([200, 412]);
      if (proposals[1].status === 200) {
        expect((await rosa!.ask(`${licensing}/send-back`, { reason: 'Look again' })).status).toBe(200);
        const again = { lines: [{ line: 1, quantity: '10' }], reasons: 'Yes' };
        expect((await lena!.ask(`${licensing}/approval`, again)).status).toBe(200);
      }

      const signers = proposals[1].status === 200 ? [victor!, rosa!] : [rosa!, victor!];
      const match = round === 3 ? '*' : await etag();
      const signatures = await Promise.all(signers.map((each) => each.ask(`${licensing}/countersign`, {}, { match })));
      expect(signatures.map(({ status }) => status).sort()).toEqual([200, round === 3 ? 409 : 412]);

      const granted = await facts(run.caseId, 'LicenceGranted');
      expect(granted).toHaveLength(1);
      expect(await facts(run.caseId, 'ProposalCountersigned')).toHaveLength(1);
      const learnt = await Promise.all(
        signers.map(async (each) => (await each.get<{ licenceNumber: string }>(licensing)).body.licenceNumber),
      );
      expect(learnt).toEqual([granted[0]?.data['licenceNumber'], granted[0]?.data['licenceNumber']]);
      await on.settled();
      expect(await facts(run.caseId, 'LicenceIssued')).toHaveLength(1);
    },
    30_000,
  );
});
