import { beforeAll, describe, expect, it } from '@jest/globals';
import { cast } from '@exeat/demo';
import type { Page } from 'playwright-core';
import { bring, caseCalled } from '../journeys/cases.js';
import { axe } from './axe.js';
import { focusNotObscured } from './keyboard.js';
import { reducedMotion, reflows, targetSizes } from './layout.js';
import { shoot } from './screens.js';
import { browserStage } from './stage.js';

const stage = browserStage({ demo: true });
let caseId = '';

beforeAll(async () => {
  caseId = (await bring(stage.platform.stage, 'in security review', caseCalled('Positions'))).caseId;
  await stage.platform.settled();
}, 60_000);

const take = (page: Page) => page.getByRole('button', { name: 'Take this position' });
const open = async (who: string, id = caseId) => {
  const page = await stage.signIn(who, { at: `/reviews/agency/${id}` });
  await take(page).waitFor();
  return page;
};
const choose = (page: Page, position: string) =>
  page
    .locator('label')
    .filter({ hasText: new RegExp(`^${position}`) })
    .click();
const summary = (page: Page) => page.getByRole('alert').filter({ hasText: 'There is a problem' });
const reviewNow = async (who: string, id = caseId) =>
  (
    await (
      await stage.platform.as(who)
    ).get<{ referrals: { agency: string; answer?: object }[] }>(`/security-reviews/${id}`)
  ).body;

describe('the agency queue', () => {
  it('shows what waits for the agency, why it came and by when it is due', async () => {
    const page = await stage.signIn(cast.agencies.energy, { at: '/queues/agency' });
    const table = page.getByRole('table', { name: 'Agency queue' });
    await table.waitFor();
    await table
      .getByText(/silence counts as no objection/)
      .first()
      .waitFor();
    await axe(page);
    await reflows(page);
    await targetSizes(page);
    await shoot(page, 'agency-queue');
    await page.getByRole('link', { name: /^Silent/ }).click();
    await page.getByText('Your agency has let no open referral pass in silence').waitFor();
    await axe(page);
    await page.goBack();
    await table.waitFor();
    await page.keyboard.press('j');
    await page.waitForFunction(() => document.activeElement?.closest('tr') !== null);
    await page.keyboard.press('o');
    await page.getByRole('heading', { name: /^Position on Z/ }).waitFor();
  }, 60_000);
});

describe('taking a position', () => {
  it('proposes a condition whose text is seen as it would bind', async () => {
    const page = await open(cast.agencies.defense);
    await page.getByText('Why a licence is needed').waitFor();
    await page.getByText(/Neither the other agencies nor the applicant can read them/).waitFor();
    await page.keyboard.press('f');
    await page.waitForFunction(() => document.activeElement?.id === 'field-position');
    await choose(page, 'Approve with conditions');
    await page.getByLabel('Clause').selectOption({ label: 'Delivery report' });
    await page.getByLabel(/days/i).first().fill('45');
    await page
      .getByText(/within 45 days/)
      .first()
      .waitFor();
    await page.getByLabel('Why your agency asks for it').fill('Shows that the units arrived.');
    await page.getByLabel(/^Withheld reasons/).fill('Known to us alone.');
    await axe(page);
    await reflows(page);
    await targetSizes(page);
    await reducedMotion(page);
    await shoot(page, 'agency-position');
    await take(page).click();
    await page.getByText('The position of your agency is recorded.').waitFor();
    await page.getByText('Known to us alone.').waitFor();
    const { referrals } = await reviewNow(cast.agencies.defense);
    expect(referrals.find(({ agency }) => agency === 'defense')?.answer).toMatchObject({
      position: 'approve-with-conditions',
      conditions: [{ condition: { clause: 'delivery-report', parameters: { days: '45' } } }],
    });

    const other = await open(cast.agencies.state);
    await other.getByRole('link', { name: 'Other agencies' }).click();
    await other.getByText('Shows that the units arrived.').waitFor();
    expect(await other.getByText('Known to us alone.').count()).toBe(0);
  }, 60_000);

  it('says at each field what is missing, and keeps what was typed over a reload', async () => {
    const page = await open(cast.agencies.justice);
    await take(page).click();
    await summary(page)
      .getByRole('link', { name: /^Position:/ })
      .waitFor();
    await page.waitForFunction(() => document.activeElement?.classList.contains('error-summary'));
    await choose(page, 'Object');
    stage.expectTrouble(/^console: .*status of 409|^console: .*status of 422/);
    await take(page).click();
    await summary(page)
      .getByRole('link', { name: /^Reasons:/ })
      .click();
    await page.waitForFunction(() => document.activeElement?.id === 'field-reasons');
    await axe(page);
    await page.getByLabel(/^Reasons/).fill('x'.repeat(4001));
    await page.getByText('1 character too many').waitFor();
    await take(page).click();
    await summary(page)
      .getByRole('link', { name: /^Reasons:/ })
      .waitFor();
    await page.getByLabel(/^Reasons/).fill('Statutory ground: 15 CFR 742.4');
    await page.reload();
    await page.getByText('We kept what you typed here before.').waitFor();
    expect(await page.getByLabel(/^Reasons/).inputValue()).toBe('Statutory ground: 15 CFR 742.4');
    await choose(page, 'Approve with conditions');
    await take(page).click();
    await summary(page)
      .getByRole('link', { name: /^Clause:/ })
      .waitFor();
    await page.getByLabel('Clause').selectOption({ label: 'Delivery report' });
    await page.getByLabel(/days/i).first().fill('none');
    await page.getByLabel('Why your agency asks for it').fill('=1+1');
    await take(page).click();
    await summary(page)
      .getByText(/whole number of days/)
      .waitFor();
    await focusNotObscured(page);
  }, 60_000);

  it.each(['<script>document.title="taken"</script>', '=cmd|calc', '“quotes” & <b>tags</b>', 'zero\u200bwidth'])(
    'shows %j as it was typed',
    async (reasons) => {
      const page = await stage.signIn(cast.agencies.energy, { at: `/reviews/agency/${caseId}` });
      const again = page.getByRole('button', { name: 'Take another position' });
      await take(page).or(again).waitFor();
      if (await again.isVisible()) await again.click();
      await choose(page, 'Return');
      await page.getByLabel(/^Reasons/).fill(reasons);
      await take(page).click();
      await page.getByText('The position of your agency is recorded.').waitFor();
      await page.locator('dd').getByText(reasons, { exact: true }).waitFor();
      expect(await page.title()).toMatch(/^Position on/);
    },
    60_000,
  );

  it('refuses text that turns its direction, and says so at its field', async () => {
    const page = await stage.signIn(cast.agencies.energy, { at: `/reviews/agency/${caseId}` });
    await page.getByRole('button', { name: 'Take another position' }).click();
    await page.getByLabel(/^Reasons/).fill('reason\u202edesrever');
    await take(page).click();
    await summary(page)
      .getByRole('link', { name: /^Reasons:/ })
      .waitFor();
  }, 60_000);

  it('is not offered to an agency that the case was not referred to, nor for a case that is none', async () => {
    const { caseId: early } = await bring(stage.platform.stage, 'submitted', caseCalled('Not referred yet'));
    stage.expectTrouble(/^console: .*status of 404/);
    const page = await stage.signIn(cast.agencies.state, { at: `/reviews/agency/${early}` });
    await page.getByText('There is nothing here').waitFor();
    expect(await take(page).count()).toBe(0);
    await axe(page);
  }, 60_000);

  it('shows the other one’s answer where a colleague of the agency was faster', async () => {
    const { caseId: raced } = await bring(stage.platform.stage, 'in security review', caseCalled('Answered twice'));
    const page = await open(cast.agencies.state, raced);
    const colleague = await stage.platform.as(cast.agencies.state);
    await choose(page, 'Object');
    await page.getByLabel(/^Reasons/).fill('Statutory ground: 15 CFR 742.4');
    await page.route(
      '**/position',
      async (route) => {
        await colleague.ask(`/security-reviews/${raced}/position`, { position: 'no-objection' });
        await route.continue();
      },
      { times: 1 },
    );
    stage.expectTrouble(/^console: .*status of 412/);
    await take(page).click();
    await page.getByText('Somebody was faster').waitFor();
    await page.getByRole('button', { name: 'Apply mine as well' }).click();
    await page.getByText('The position of your agency is recorded.').waitFor();
    const { referrals } = await reviewNow(cast.agencies.state, raced);
    expect(referrals.find(({ agency }) => agency === 'state')?.answer).toMatchObject({ position: 'object' });
  }, 60_000);
});
