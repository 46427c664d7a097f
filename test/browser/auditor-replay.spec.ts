import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { cast } from '@exeat/demo';
import type { Page } from 'playwright-core';
import { announced } from './announcements.js';
import { auditor, type Told } from './audited.js';
import { axe } from './axe.js';
import { focusIsVisible, focusNotObscured } from './keyboard.js';
import { reducedMotion, reflows, targetSizes } from './layout.js';
import { shoot } from './screens.js';
import { browserStage, narrow } from './stage.js';

jest.setTimeout(120_000);

const stage = browserStage({ demo: true });
const told = auditor(stage);

let caseId: string;
let facts: readonly Told[];
beforeAll(async () => {
  caseId = await told.caseCalled('Z000003');
  facts = await told.trail(`case=${caseId}`);
});

const placeOf = (type: string): number => facts.findIndex((fact) => fact.type === type);
const positionOf = (type: string): number => facts[placeOf(type)]?.position ?? 0;
const replay = (query = ''): Promise<Page> => stage.signIn(cast.auditor, { at: `/audit/cases/${caseId}${query}` });

/** Waits until the case is shown as of a position. */
const isAsOf = async (page: Page, position: number): Promise<void> => {
  await page.locator('.as-of-banner[aria-busy="false"]', { hasText: `position ${position}: not how` }).waitFor();
  await page.waitForFunction((at) => new URL(location.href).searchParams.get('at') === String(at), position);
};
const statusShown = (page: Page) => page.locator('#case-head .card__actions').textContent();

describe('the case as it stood', () => {
  it('is gone through by keyboard, fact by fact, the whole page each time', async () => {
    const page = await replay();
    const slider = page.getByRole('slider', { name: /^As of/ });
    await slider.focus();
    await page.keyboard.press('Home');
    await isAsOf(page, facts[0]?.position ?? 0);
    expect(await statusShown(page)).toMatch(/^Draft/);
    for (let step = 0; step < placeOf('TechnicalReviewOpened'); step += 1) await page.keyboard.press('ArrowRight');
    await isAsOf(page, positionOf('TechnicalReviewOpened'));
    expect(await statusShown(page)).toMatch(/^In technical review/);
    expect(await page.getByRole('heading', { name: /^Decision/ }).count()).toBe(0);
    await announced(page, new RegExp(`position ${positionOf('TechnicalReviewOpened')}: not how the case stands today`));
    await page.keyboard.press('End');
    await isAsOf(page, facts.at(-1)?.position ?? 0);
    expect(await statusShown(page)).toMatch(/^Licensed/);
  });

  it('is gone through by buttons, single keys and days, and left again', async () => {
    const page = await replay(`?at=${positionOf('FindingRecorded')}`);
    await isAsOf(page, positionOf('FindingRecorded'));
    await page.getByRole('button', { name: 'Previous fact' }).click();
    await isAsOf(page, positionOf('TechnicalReviewClaimed'));
    await page.getByRole('button', { name: 'Next fact' }).press('Enter');
    await isAsOf(page, positionOf('FindingRecorded'));
    await page.keyboard.press('j');
    await isAsOf(page, positionOf('TechnicalReviewCompleted'));
    await page.keyboard.press('k');
    await isAsOf(page, positionOf('FindingRecorded'));

    const day = page.getByLabel('End of day');
    await day.fill('2001-01-01');
    await day.press('Enter');
    await page.getByText('Nothing had happened by the end of that day.').waitFor();
    await day.fill('');
    await day.press('Enter');
    await page.getByText('Give a whole day.').waitFor();
    await day.fill('2999-12-31');
    await day.press('Enter');
    await isAsOf(page, facts.at(-1)?.position ?? 0);
    await page.getByRole('button', { name: 'Back to the whole history' }).click();
    await page.getByRole('heading', { level: 2, name: 'What happened' }).waitFor();
  });

  it('has an address, which shows the same to whoever opens it', async () => {
    const page = await replay(`?at=${positionOf('SecurityReviewOpened')}&tab=parties`);
    await isAsOf(page, positionOf('SecurityReviewOpened'));
    const main = await page.locator('.replay__case').innerText();
    const again = await replay(page.url().slice(page.url().indexOf('?')));
    await isAsOf(again, positionOf('SecurityReviewOpened'));
    expect(await again.locator('.replay__case').innerText()).toBe(main);
  });

  it('is accessible, and its banner hides nothing that has the focus', async () => {
    const page = await replay(`?at=${positionOf('LicenceGranted')}`);
    await isAsOf(page, positionOf('LicenceGranted'));
    await page.locator('.replay__case .card').first().waitFor();
    await axe(page);
    await reflows(page);
    await targetSizes(page);
    await reducedMotion(page);
    await shoot(page, 'replay-as-of');
    await focusIsVisible(page);
    await focusNotObscured(page);
  });

  it('hides nothing that has the focus on a small screen', async () => {
    const at = `/audit/cases/${caseId}?at=${positionOf('TechnicalReviewClaimed')}`;
    const page = await stage.signIn(cast.auditor, { at, viewport: narrow });
    await isAsOf(page, positionOf('TechnicalReviewClaimed'));
    await page.locator('.replay__case .card').first().waitFor();
    await focusNotObscured(page);
  });

  it.each(['at=0', 'at=-1', 'at=1e3', 'at=%3Cscript%3E', 'at=2001-01-01', 'at=2026-13-45', 'from=x'])(
    'is no moment where the address names none: %s',
    async (query) => {
      const page = await replay(`?${query}`);
      await page.getByText(/^The address names a moment at which there was nothing yet/).waitFor();
      await page.getByRole('heading', { level: 2, name: 'What happened' }).waitFor();
      await axe(page);
    },
  );
});

describe('two moments', () => {
  it('are compared by a second handle: what, before, after, and the fact that did it', async () => {
    const page = await replay(`?at=${positionOf('SecurityReviewOpened')}`);
    await isAsOf(page, positionOf('SecurityReviewOpened'));
    await page.getByRole('button', { name: 'Compare two moments' }).click();
    const other = page.getByRole('slider', { name: /^Compared with/ });
    await other.focus();
    for (let step = placeOf('SecurityReviewOpened') - 1; step > placeOf('TechnicalReviewOpened'); step -= 1)
      await page.keyboard.press('ArrowLeft');
    await page.waitForURL(new RegExp(`from=${positionOf('TechnicalReviewOpened')}(&|$)`));
    const table = page.getByRole('table', { name: 'On the page of the case' });
    const status = table.getByRole('row', { name: /^Status/ });
    await status.waitFor();
    expect(await status.textContent()).toMatch(/In technical review.*In security review.*Security review of/i);
    const claimed = table.getByRole('row', { name: /Ada Reyes claimed the technical review/ });
    expect(await claimed.textContent()).toMatch(/technical reviewer/);
    await axe(page);
    await reflows(page);
    await targetSizes(page);
    await shoot(page, 'replay-difference');

    const again = await replay(page.url().slice(page.url().indexOf('?')));
    await again.getByRole('table', { name: 'On the page of the case' }).waitFor();
    expect(await again.locator('#replay-difference').innerText()).toBe(
      await page.locator('#replay-difference').innerText(),
    );
    await page.getByRole('button', { name: 'Compare two moments' }).click();
    await table.waitFor({ state: 'detached' });
  });

  it('that are one moment differ in nothing', async () => {
    const page = await replay(`?at=${positionOf('FindingRecorded')}&from=${positionOf('LicenceGranted')}`);
    await page.getByText('Nothing changed between these two moments.').waitFor();
  });
});

describe('a value', () => {
  it('names the fact that set it, on whose authority, and everything that it was before', async () => {
    const page = await replay(`?at=${positionOf('LicenceGranted')}`);
    await isAsOf(page, positionOf('LicenceGranted'));
    const status = page.getByRole('button', { name: /^Licensed \(which fact set this\?\)/ }).first();
    await status.focus();
    await page.keyboard.press('Enter');
    const panel = page.getByRole('complementary', { name: 'Where this value comes from' });
    await panel.getByText('What it was before').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Where this value comes from');
    const granted = facts[placeOf('LicenceGranted')];
    const text = await panel.innerText();
    for (const part of [
      granted?.sentence ?? '?',
      'Rosa Delgado, Bureau of Industry and Security',
      'Countersigner; signed in by several factors',
      granted?.commandId ?? '?',
    ])
      expect(text).toContain(part);
    const earlier = await panel.locator('.blame__earlier > li').allInnerTexts();
    expect(earlier.map((each) => each.split('\n')[0])).toEqual([
      'Awaiting countersignature',
      'In licensing',
      'In security review',
      'In technical review',
      'Registered',
      'Submitted',
      'Draft',
    ]);
    await axe(page);
    await reflows(page);
    await targetSizes(page);
    await shoot(page, 'replay-blame');
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Licensed/);
  });

  it('of a finding leads to the rules it was made by, from an address', async () => {
    const page = await replay(`?at=${facts.at(-1)?.position}&value=/review/findings/0/paragraph`);
    const panel = page.getByRole('complementary', { name: 'Where this value comes from' });
    await panel.getByText('us-ear-2026-01-15').waitFor();
    await panel.getByText('Nothing: it was set once and never changed.').waitFor();
    await panel
      .getByRole('link', { name: facts[placeOf('FindingRecorded')]?.commandId ?? '' })
      .first()
      .click();
    await page.getByRole('article', { name: facts[placeOf('FindingRecorded')]?.sentence ?? '' }).waitFor();
  });

  it.each(['/nothing', 'x', '/items/99/model', '%3Cscript%3E', '/'])(
    'that is not there says so: %s',
    async (pointer) => {
      stage.expectTrouble(/^console: .*status of 40[04]/);
      const page = await replay(`?at=${positionOf('FindingRecorded')}&value=${pointer}`);
      const panel = page.getByRole('complementary', { name: 'Where this value comes from' });
      await panel.getByRole(/^\//.test(pointer) && pointer !== '/' ? 'status' : 'alert').waitFor();
      await axe(page);
    },
  );

  it('that is a link stays one, with a button beside it', async () => {
    const page = await replay(`?at=${facts.at(-1)?.position}`);
    await page.getByRole('button', { name: 'Which fact set this?', exact: true }).first().click();
    await page
      .getByRole('complementary', { name: 'Where this value comes from' })
      .getByText('D0000003')
      .first()
      .waitFor();
  });
});
