import { beforeAll, describe, expect, it } from '@jest/globals';
import { acts, cast } from '@exeat/demo';
import type { Page } from 'playwright-core';
import { bring, caseCalled } from '../journeys/cases.js';
import { axe } from './axe.js';
import { focusIsVisible, focusNotObscured } from './keyboard.js';
import { reducedMotion, reflows, targetSizes } from './layout.js';
import { shoot } from './screens.js';
import { browserStage } from './stage.js';

const stage = browserStage({ demo: true });
let caseId = '';

beforeAll(async () => {
  const run = caseCalled('Three lines');
  const [item] = run.case.content.items;
  if (!item) throw new Error('The sample has no item.');
  const lines = [item, { ...item, line: 2, model: 'H20 NVL16' }, { ...item, line: 3, model: 'H20 PCIe' }];
  await acts.apply(stage.platform.stage, run, { ...run.case.content, items: lines });
  caseId = run.caseId;
  await stage.platform.settled();
  await (await stage.platform.as(cast.reviewerAda)).ask(`/technical-reviews/${caseId}/claim`, {});
}, 60_000);

const record = (page: Page) => page.getByRole('button', { name: 'Record finding' });
const open = async (at = '') => {
  const page = await stage.signIn(cast.reviewerAda, { at: `/reviews/technical/${caseId}${at}` });
  await record(page).waitFor();
  return page;
};
const summary = (page: Page) => page.getByRole('alert').filter({ hasText: 'There is a problem' });

describe('the workspace of a technical review', () => {
  it('shows line, computation with its numbers, and precedents side by side, within reach of keys', async () => {
    const page = await open();
    await page.getByText(/Performance density is 2,368 \/ 814 mm² = 2.9091/).waitFor();
    await page.getByRole('link', { name: 'Z000003, line 1' }).waitFor();
    expect(await page.getByRole('radio', { name: 'No paragraph of 3A090' }).isChecked()).toBe(true);
    await axe(page);
    await reflows(page);
    await targetSizes(page);
    await reducedMotion(page);
    await focusIsVisible(page);
    await focusNotObscured(page);
    await shoot(page, 'technical-review');
    await page.emulateMedia({ colorScheme: 'dark' });
    await axe(page);
    await shoot(page, 'technical-review-dark');
  }, 60_000);

  it('goes from line to line by j and k, and keeps the line in the address', async () => {
    const page = await open();
    await page.keyboard.press('j');
    await page.waitForURL(/line=2/);
    await page.getByRole('heading', { name: 'Finding for line 2: H20 NVL16' }).waitFor();
    await page.keyboard.press('k');
    await page.waitForURL(/line=1/);
    await page.reload();
    await page.getByRole('heading', { name: 'Finding for line 1: H20 SXM 96GB' }).waitFor();
  }, 60_000);

  it.each(['Parties', 'Documents', 'Notes', 'History'])(
    'has %s beside the work',
    async (name) => {
      const page = await open();
      await page.getByRole('navigation', { name: 'Beside the work' }).getByRole('link', { name }).click();
      await page.waitForURL(new RegExp(`beside=${name.toLowerCase()}`));
      await page.getByRole('heading', { name: new RegExp(name, 'i'), level: 2 }).waitFor();
      await axe(page);
      await reflows(page);
      await targetSizes(page);
    },
    60_000,
  );

  it('asks why one departs from the computation', async () => {
    const page = await open('?line=2');
    await page.getByText('3A090.b', { exact: true }).click();
    stage.expectTrouble(/^console: .*status of (409|422)/);
    await record(page).click();
    await summary(page)
      .getByRole('link', { name: /^Why you depart/ })
      .click();
    await page.waitForFunction(() => document.activeElement?.id === 'field-departure');
    await axe(page);
    await page.getByLabel('Why you depart from the computation').fill('x'.repeat(4001));
    await record(page).click();
    await summary(page)
      .getByRole('link', { name: /^Why you depart/ })
      .waitFor();
    const reason = '<img src=x onerror="document.title=1"> =1+1';
    await page.getByLabel('Why you depart from the computation').fill(reason);
    await record(page).click();
    await page.getByText('The finding for line 2 is recorded.').waitFor();
    await page.getByText(reason).first().waitFor();
    expect(await page.title()).toMatch(/^Technical review of/);
  }, 60_000);

  it('completes only once every line has its finding, and says which has none', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Complete the review' }).click();
    const dialog = page.getByRole('dialog', { name: 'Complete the technical review' });
    await dialog.waitFor();
    await axe(page);
    await reflows(page);
    stage.expectTrouble(/^console: .*status of 409/);
    await dialog.getByRole('button', { name: 'Complete now' }).click();
    await dialog.getByText('Record a finding for line 1 (H20 SXM 96GB) before you complete.').waitFor();
    await dialog.getByText('Record a finding for line 3 (H20 PCIe) before you complete.').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  }, 60_000);

  it('is given back with a reason, and claimed again', async () => {
    const page = await open();
    await page.keyboard.press('r');
    const dialog = page.getByRole('dialog', { name: 'Release this review' });
    await dialog.getByLabel(/^Why you release it/).fill('x'.repeat(2001));
    await dialog.getByRole('button', { name: 'Release' }).click();
    await summary(page)
      .getByRole('link', { name: /^Why you release it/ })
      .waitFor();
    await dialog.getByLabel(/^Why you release it/).fill('On leave');
    await axe(page);
    await dialog.getByRole('button', { name: 'Release' }).click();
    await page.getByText('Nobody has claimed this review.').waitFor();
    await page.keyboard.press('c');
    await page.getByText('Claimed by you').waitFor();
  }, 60_000);

  it('has nothing to show of a case that is none', async () => {
    stage.expectTrouble(/^console: .*status of 404/);
    const page = await stage.signIn(cast.reviewerAda, {
      at: '/reviews/technical/0190a5c0-0000-7000-8000-000000000001',
    });
    await page.getByText('There is nothing here').waitFor();
    await axe(page);
  }, 60_000);

  it('shows an officer the review without the acts of a reviewer', async () => {
    const { caseId: other } = await bring(stage.platform.stage, 'claimed', caseCalled('Looked at'));
    const page = await stage.signIn(cast.officerLena, { at: `/reviews/technical/${other}` });
    await page.getByText('Claimed by Ada Reyes.').waitFor();
    for (const key of ['c', 'f', 'x', 'r']) await page.keyboard.press(key);
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await record(page).count()).toBe(0);
  }, 60_000);
});
