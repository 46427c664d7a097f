import { acts, cast, type CaseRun } from '@exeat/demo';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { agencies, caseCalled } from '../journeys/cases.js';
import type { BrowserStage } from './stage.js';

export const site = 'Data centre 3, 12 Make-Believe Street, Hangzhou';

/** A case at licensing with three conditions to settle, asked for by the Department of Defense; one agency may object. */
export const atLicensing = async (
  { platform: { stage } }: BrowserStage,
  name: string,
  objecting?: (typeof agencies)[number],
): Promise<CaseRun> => {
  const run = caseCalled(name);
  await acts.apply(stage, run);
  await acts.reviewTechnically(stage, run, cast.reviewerAda);
  await acts.takePosition(stage, run, {
    agency: 'defense',
    position: 'approve-with-conditions',
    reasons: 'Delivery has to be shown, 15 CFR 748.6.',
    conditions: [
      { clause: 'delivery-report', parameters: { days: '30' }, reason: 'Shows that the units arrived.' },
      { clause: 'site-lock', parameters: { site, country: 'CN' }, reason: 'The review rests on this site.' },
      { clause: 'serial-number-inventory', parameters: { days: '30' }, reason: 'Every unit is accounted for.' },
    ],
  });
  for (const agency of agencies)
    if (agency !== 'defense')
      await acts.takePosition(stage, run, {
        agency,
        ...(agency === objecting
          ? { position: 'object', reasons: 'The end user was seen buying for others.' }
          : { position: 'no-objection' }),
      });
  await acts.openedForDecision(stage, run, cast.officerLena);
  return run;
};

export interface Licensing {
  readonly status: string;
  readonly conditions: readonly {
    readonly conditionId: string;
    readonly standing: string;
    readonly current: { readonly clause: string; readonly text: string };
  }[];
  readonly proposal?: {
    readonly decision: string;
    readonly officer: { readonly id: string };
    readonly lines?: readonly { readonly quantity: string }[];
  };
  readonly signatures: readonly unknown[];
  readonly licenceNumber?: string;
}

/** How the case stands, past the page. */
export const licensingOf = async ({ platform }: BrowserStage, { caseId }: CaseRun): Promise<Licensing> => {
  const lena = await platform.as(cast.officerLena);
  return (await lena.get<Licensing>(`/licensing/${caseId}`)).body;
};

/** An act on the decision, past the page. */
export const elsewhere = async (stage: BrowserStage, { caseId }: CaseRun, who: string, path: string, body: unknown) => {
  const { status, text } = await (await stage.platform.as(who)).ask(`/licensing/${caseId}/${path}`, body);
  if (status >= 300) throw new Error(`${path}: ${text}`);
};

/** Settles every condition as it was proposed, past the page. */
export const settleAll = async (stage: BrowserStage, run: CaseRun): Promise<void> => {
  for (const { conditionId } of (await licensingOf(stage, run)).conditions)
    await elsewhere(stage, run, cast.officerLena, `conditions/${conditionId}/adopt`, {});
};

/** An approval of 1,000 units that waits for its countersignature. */
export const proposed = async (stage: BrowserStage, name: string): Promise<CaseRun> => {
  const run = await atLicensing(stage, name);
  await settleAll(stage, run);
  const reasons = 'Case by case; the deliveries can be verified.';
  await elsewhere(stage, run, cast.officerLena, 'approval', { lines: [{ line: 1, quantity: '1000' }], reasons });
  return run;
};

export const part = ({ caseId }: CaseRun, of: 'positions' | 'conditions' | 'decision', more = '') =>
  `/decisions/${caseId}?part=${of}${more}`;

/** The card of a condition, by its place in the list. */
export const card = (page: Page, place: number) => page.getByRole('article', { name: new RegExp(`^${place} of `) });

export const focusIsWithin = async (page: Page, place: number): Promise<void> =>
  expect(await card(page, place).evaluate((each) => each.contains(document.activeElement))).toBe(true);
