import { randomUUID } from 'node:crypto';
import { acts, cast, type CaseRun } from '@exeat/demo';
import { addDays, type Draft } from '@exeat/kernel';
import { aContent, anItem, aParty } from '@exeat/kernel/spec';
import { bring, caseCalled, type Cast, type StageName } from './cases.js';
import { tokenFor } from './machine-clients.js';
import type { RunningPlatform } from './platform.js';

/** What the names in braces of bad-requests.yaml stand for. */
export type Prepared = Readonly<Record<string, string>>;

interface Obligations {
  readonly items: readonly { readonly obligationId: string; readonly about: string }[];
}

/** Brings cases to every stage, and gathers the ids and texts that bad requests are made of. */
export const prepare = async (on: RunningPlatform): Promise<Prepared> => ({
  ...(await cases(on)),
  ...(await flawedDrafts(on)),
  ...(await cursors(on)),
  ...texts,
  unknown: randomUUID(),
  today: on.stage.day(0),
  tomorrow: addDays(on.stage.day(0), 1),
  'used key': await usedKey(on),
  'expired token': await tokenFor(on.url, on.dataFolder, 'client:officer-of-northgate', -60),
});

const texts: Prepared = {
  '81 letters': 'x'.repeat(81),
  '101 letters': 'x'.repeat(101),
  '4,001 letters': 'x'.repeat(4001),
  '1,100,000 letters': 'x'.repeat(1_100_000),
  '20,000 brackets': `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  '100,000 values': `[${'0,'.repeat(99_999)}0]`,
  '51 parties': JSON.stringify(Array.from({ length: 51 }, () => aParty('end-user'))),
  // Sent as latin1, where it is one byte that no UTF-8 has.
  'stray byte': '\u00ff',
};

const cases = async (on: RunningPlatform): Promise<Prepared> => {
  const brought = async (name: string, to: StageName, who?: Cast) => bring(on.stage, to, caseCalled(name), who);
  const licensed = await brought('licensed', 'shipped');
  const signer = { officer: 'client:signing-officer' };
  const countersigner = { reviewer: 'client:reviewing-countersigner' };
  return {
    draft: (await brought('draft', 'draft')).caseId,
    filed: (await brought('filed', 'submitted')).caseId,
    claimed: (await brought('claimed', 'claimed')).caseId,
    secured: (await brought('secured', 'in security review')).caseId,
    decision: (await brought('decision', 'at licensing')).caseId,
    settled: (await brought('settled', 'settled')).caseId,
    proposed: (await brought('proposed', 'proposed')).caseId,
    'proposed by the signer': (await brought('signer', 'proposed', signer)).caseId,
    'reviewed by the countersigner': (await brought('reviewed', 'proposed', countersigner)).caseId,
    licensed: licensed.caseId,
    licence: licensed.licenceNumber,
    ...(await obligations(on, licensed)),
  };
};

/** One open, one fulfilled. */
const obligations = async (on: RunningPlatform, run: CaseRun): Promise<Prepared> => {
  const applicant = cast.northgateCompliance;
  const reports = (least: number) =>
    on.stage.until<Obligations>(
      applicant,
      `/api/v1/obligations?licence=${run.licenceNumber}`,
      ({ items }) => items.length >= least,
      'the delivery reports to be owed',
    );
  await on.stage.ask(run.case.name, acts.ship(run, 'ship 2', 'SHIP-0002', on.stage.day(0), '100'));
  const { items } = await reports(2);
  const of = (shipment: string) => items.find(({ about }) => about.includes(shipment))?.obligationId ?? '';
  const fulfilled = of('SHIP-0002');
  await on.stage.ask(run.case.name, {
    as: applicant,
    step: 'report 2',
    path: `${acts.paths(run).licence}/obligations/${fulfilled}/fulfil`,
    read: acts.paths(run).licence,
    body: { reference: 'DELIVERY-0002' },
  });
  return { obligation: of('SHIP-0001'), 'fulfilled obligation': fulfilled };
};

const flaws: Readonly<Record<string, Draft>> = {
  empty: {},
  'two consignees': aContent({ parties: [...aContent().parties, aParty('ultimate-consignee')] }),
  'a box': aContent({
    parties: aContent().parties.map((party) => ({ ...party, address: 'P.O. Box 17, Shenzhen' })),
  }),
  'all flaws': aContent({
    parties: [aParty('ultimate-consignee')],
    items: [anItem(), anItem({ unitPrice: { amount: '0.00', currency: 'EUR' } })],
    endUse: 'Various commercial purposes',
  }),
};

const flawedDrafts = async (on: RunningPlatform): Promise<Prepared> => {
  const nora = await on.as(cast.northgateCompliance);
  const made: Record<string, string> = {};
  for (const [name, sections] of Object.entries(flaws)) {
    const { caseId } = (await nora.ask('/applications', { reference: name })).body;
    made[name] = caseId;
    if (Object.keys(sections).length === 0) continue;
    const { status, text } = await nora.ask(`/applications/${caseId}/draft`, { sections }, { method: 'PATCH' });
    if (status !== 200) throw new Error(text);
  }
  return made;
};

const usedKey = async (on: RunningPlatform): Promise<string> => {
  const key = randomUUID();
  await (await on.as(cast.northgateCompliance)).ask('/applications', { reference: 'Used' }, { key });
  return key;
};

/** A real cursor, and others that somebody has put something else into. */
const cursors = async (on: RunningPlatform): Promise<Prepared> => {
  const next = async (persona: string, path: string) =>
    (await (await on.as(persona)).get<{ next: string }>(path)).body.next;
  const changed = (cursor: string, ...after: readonly unknown[]) => {
    const inside = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as object;
    return Buffer.from(JSON.stringify({ ...inside, after })).toString('base64url');
  };
  await on.settled();
  const ofCases = await next(cast.officerLena, '/cases?limit=1');
  const ofTrail = await next(cast.auditor, '/audit-trail?limit=1');
  return {
    'cursor of cases': ofCases,
    'cursor with a text': changed(ofCases, 'abc', 'def'),
    'cursor with a huge number': changed(ofCases, 1e300, 'def'),
    'cursor with a NUL': changed(ofCases, 1, '\0'),
    'cursor of the trail with a text': changed(ofTrail, 'abc'),
  };
};
