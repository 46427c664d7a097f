import { beforeAll, describe, expect, it } from '@jest/globals';
import { cast } from '@exeat/demo';
import type { Page } from 'playwright-core';
import { bring, caseCalled } from '../journeys/cases.js';
import { axe } from './axe.js';
import { shoot } from './screens.js';
import { browserStage } from './stage.js';

const stage = browserStage({ demo: true });
let number = '';
let caseId = '';

beforeAll(async () => {
  const run = await bring(stage.platform.stage, 'submitted', caseCalled('A reviewer’s day'));
  caseId = run.caseId;
  await stage.platform.settled();
  const ada = await stage.platform.as(cast.reviewerAda);
  number = (await ada.get<{ number: string }>(`/cases/${caseId}`)).body.number;
}, 60_000);

/** Tab until something of that name has the focus: nobody needs to know how far it is. */
const tabTo = async (page: Page, name: string | RegExp, most = 60): Promise<void> => {
  for (let stop = 0; stop < most; stop++) {
    await page.keyboard.press('Tab');
    const words = await page.evaluate(() => {
      const focused = document.activeElement;
      return focused?.getAttribute('aria-label') ?? focused?.textContent ?? '';
    });
    if (typeof name === 'string' ? words.trim() === name : name.test(words)) return;
  }
  throw new Error(`Tab does not come to ${String(name)}.`);
};
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

describe('a reviewer who uses the keyboard alone', () => {
  it('signs in, claims, finds and completes without a pointer', async () => {
    // The page finds out by asking that nobody has signed in.
    stage.expectTrouble(/^console: .*status of 401/);
    const page = await stage.visit();
    await page.getByRole('heading', { name: 'Export licences for AI chips' }).waitFor();
    await tabTo(page, 'Sign in');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Ada Reyes' }).waitFor();
    await tabTo(page, /Ada Reyes/);
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { name: 'Technical queue', level: 1 }).waitFor();
    await page.getByRole('link', { name: number }).waitFor();
    await page.keyboard.press('j');
    await page.waitForFunction(() => document.activeElement?.closest('tr') !== null);
    while ((await focused(page)) !== number) {
      const before = await focused(page);
      await page.keyboard.press('j');
      await page.waitForFunction((last) => document.activeElement?.textContent?.trim() !== last, before);
    }
    await page.keyboard.press('c');
    await page.getByRole('row', { name: number }).getByText('You', { exact: true }).waitFor();
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { name: `Technical review of ${number}` }).waitFor();
    await page.getByText('Claimed by you').waitFor();
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts on this page' });
    await sheet.waitFor();
    for (const words of ['Release', 'Complete the review', 'Record a finding for this line', 'Next line'])
      await sheet.getByText(words, { exact: true }).waitFor();
    await axe(page);
    await shoot(page, 'shortcuts', { whole: false });
    await page.keyboard.press('x');
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    expect(await page.getByRole('dialog').count()).toBe(0);

    await page.keyboard.press('f');
    await page.waitForFunction(() => document.activeElement?.id === 'field-paragraph');
    await page.keyboard.press('Enter');
    await page.getByText('The finding for line 1 is recorded.').waitFor();
    await page.keyboard.press('x');
    await page.getByRole('dialog', { name: 'Complete the technical review' }).waitFor();
    await tabTo(page, 'Complete now');
    await page.keyboard.press('Enter');
    await page.getByText('Completed by Ada Reyes.').waitFor();

    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Command menu' }).waitFor();
    await page.keyboard.type('technical');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Technical queue', level: 1 }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type(number);
    await page.keyboard.press('Enter');
    await page.getByText('Nothing fits these filters').waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe(number);

    const ada = await stage.platform.as(cast.reviewerAda);
    expect((await ada.get(`/technical-reviews/${caseId}`)).body).toMatchObject({ status: 'completed' });
  }, 60_000);

  it('is left alone by single keys that were switched off', async () => {
    const page = await stage.signIn(cast.reviewerTheo, { at: '/settings' });
    await page.getByRole('radio', { name: 'Off' }).focus();
    await page.keyboard.press('Space');
    const run = await bring(stage.platform.stage, 'submitted', caseCalled('No single keys'));
    await page.goto(new URL(`/reviews/technical/${run.caseId}`, page.url()).href);
    await page.getByText('Nobody has claimed this review.').waitFor();
    for (const key of ['c', 'x', 'r', 'f', 'j', '?', '/']) await page.keyboard.press(key);
    await page.keyboard.press('g');
    await page.keyboard.press('t');
    // What did nothing has had all the time that something would have needed.
    await stage.platform.settled();
    await page.getByText('Nobody has claimed this review.').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(new URL(page.url()).pathname).toBe(`/reviews/technical/${run.caseId}`);
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Command menu' }).waitFor();
  }, 60_000);
});
