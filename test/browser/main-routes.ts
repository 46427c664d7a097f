import { cast } from '@exeat/demo';
import type { Page } from 'playwright-core';
import { bring, caseCalled } from '../journeys/cases.js';
import type { RunningPlatform } from '../journeys/platform.js';

/** What the addresses of screens name: cases at each stage, and a licence that is in use. */
export interface Places {
  readonly draft: string;
  readonly claimed: string;
  readonly inSecurityReview: string;
  readonly atLicensing: string;
  readonly proposed: string;
  readonly shipped: string;
  readonly licence: string;
  readonly obligation: string;
}

export interface MainRoute {
  readonly persona: string;
  readonly name: string;
  readonly path: (places: Places) => string;
}

const of = (persona: string, routes: Readonly<Record<string, MainRoute['path']>>): readonly MainRoute[] =>
  Object.entries(routes).map(([name, path]) => ({ persona, name, path }));

/** Every screen, as each of those who work with it sees it. A route that is missing here is missed by `web-routes.spec.ts`. */
export const mainRoutes: readonly MainRoute[] = [
  ...of(cast.northgateCompliance, {
    'my cases': () => '/my-cases',
    'a new application': () => '/applications/new',
    'the tasks of an application': ({ draft }) => `/applications/${draft}`,
    'the country of export': ({ draft }) => `/applications/${draft}/export-country`,
    'the parties': ({ draft }) => `/applications/${draft}/parties`,
    'a party': ({ draft }) => `/applications/${draft}/parties/1`,
    'the items': ({ draft }) => `/applications/${draft}/items`,
    'an item': ({ draft }) => `/applications/${draft}/items/1`,
    'the end use': ({ draft }) => `/applications/${draft}/end-use`,
    'the certifications': ({ draft }) => `/applications/${draft}/certifications`,
    'the documents': ({ draft }) => `/applications/${draft}/documents`,
    'the answers': ({ draft }) => `/applications/${draft}/answers`,
    'the declaration': ({ draft }) => `/applications/${draft}/submit`,
    'the earlier drafts': ({ draft }) => `/applications/${draft}/drafts`,
    'a submitted application': ({ claimed }) => `/applications/${claimed}/submitted`,
    'one’s own case': ({ shipped }) => `/cases/${shipped}`,
    'a notice of intent to deny': ({ claimed }) => `/cases/${claimed}/notice`,
    'one’s own licences': () => '/licences',
    'one’s own licence': ({ licence }) => `/licences/${licence}`,
    'a new shipment': ({ licence }) => `/licences/${licence}/shipments/new`,
    'a new certificate': ({ licence }) => `/licences/${licence}/certificates/new`,
    'an obligation to fulfil': ({ licence, obligation }) => `/licences/${licence}/obligations/${obligation}`,
    'one’s own obligations': () => '/obligations',
  }),
  ...of(cast.reviewerAda, {
    'the technical queue': () => '/queues/technical',
    'a technical review': ({ claimed }) => `/reviews/technical/${claimed}`,
    'the case of a review': ({ claimed }) => `/cases/${claimed}`,
  }),
  ...of(cast.agencies.state, {
    'the queue of an agency': () => '/queues/agency',
    'the position of an agency': ({ inSecurityReview }) => `/reviews/agency/${inSecurityReview}`,
  }),
  ...of(cast.officerLena, {
    decisions: () => '/decisions',
    'a case to decide': ({ atLicensing }) => `/decisions/${atLicensing}`,
    cases: () => '/cases',
    'a case to return': ({ claimed }) => `/cases/${claimed}/return`,
    'a case with its notes': ({ shipped }) => `/cases/${shipped}`,
    'the register of licences': () => '/licences',
    figures: () => '/figures',
    help: () => '/help',
    'a topic of help': () => '/help/accessibility',
    settings: () => '/settings',
  }),
  ...of(cast.countersignerRosa, { 'a decision to sign': ({ proposed }) => `/decisions/${proposed}` }),
  ...of(cast.auditor, {
    'the audit trail': () => '/audit',
    'a search': () => '/audit?q=NG-B300',
    'the replay of a case': ({ shipped }) => `/audit/cases/${shipped}`,
    'the register of licences, to an auditor': () => '/licences',
    'obligations of all': () => '/obligations',
    'figures, to an auditor': () => '/figures',
  }),
];

/** Makes what the addresses name, past the pages. */
export const makePlaces = async (platform: RunningPlatform): Promise<Places> => {
  const at = async (stage: Parameters<typeof bring>[1], name: string) =>
    bring(platform.stage, stage, caseCalled(`${name}, for the table of routes`));
  const draft = await at('draft', 'A draft');
  const claimed = await at('claimed', 'A review');
  const inSecurityReview = await at('in security review', 'A position');
  const atLicensing = await at('at licensing', 'A decision');
  const proposed = await at('proposed', 'A signature');
  const shipped = await at('shipped', 'A shipment');
  await platform.settled();
  const exporter = await platform.as(cast.northgateCompliance);
  const { body } = await exporter.get<{ items: readonly { licenceNumber: string; obligationId: string }[] }>(
    '/obligations?limit=500',
  );
  const owed = body.items.find(({ licenceNumber }) => licenceNumber === shipped.licenceNumber);
  return {
    draft: draft.caseId,
    claimed: claimed.caseId,
    inSecurityReview: inSecurityReview.caseId,
    atLicensing: atLicensing.caseId,
    proposed: proposed.caseId,
    shipped: shipped.caseId,
    licence: shipped.licenceNumber,
    obligation: owed?.obligationId ?? '',
  };
};

/** Waits until a screen shows what it is about: its title, and nothing that is being read any more. */
export const ready = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => document.querySelector('.skeleton, [aria-busy="true"]') === null);
  await page.evaluate(() => document.fonts.ready);
};

/** Goes to another address of the web within the page, as a link does: signed in as before. */
export const goTo = async (page: Page, url: string, path: string): Promise<void> => {
  await page.goto(new URL(path, url).href);
  await ready(page);
};
