import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { cast } from '@exeat/demo';
import type { Page } from 'playwright-core';
import { caseOf, noteForm, notesOf } from './a-note.js';
import { axe } from './axe.js';
import { reflows, targetSizes } from './layout.js';
import { browserStage } from './stage.js';

jest.setTimeout(30_000);
const stage = browserStage({ demo: true });
let caseId: string;
beforeAll(async () => void (caseId = await caseOf(stage, cast.auditor, 'NG-B300')));

const ended = (page: Page) => page.getByRole('dialog', { name: 'Your session has ended' });
/** What the forms keep in this tab. */
const typed = (page: Page) =>
  page.evaluate(() => Object.entries(sessionStorage).filter(([name]) => name.startsWith('exeat-typed')));
const title = (page: Page) => page.getByRole('heading', { level: 1 });

/** As the platform ends it: the row is gone, and the second for which it was remembered has passed. */
const endSessions = async (page: Page) => {
  await stage.platform.database.query('DELETE FROM auth.sessions');
  await page.waitForTimeout(1_100);
};

/** Signs in beside, in the tab that the dialog opens. */
const signInBeside = async (page: Page, name: string) => {
  const opened = page.context().waitForEvent('page');
  await ended(page)
    .getByRole('link', { name: /Sign in again/ })
    .click();
  const beside = await opened;
  // Whoever serves that page has no hold of the one that waits.
  expect(await beside.evaluate(() => window.opener as unknown)).toBeNull();
  await beside.getByRole('button', { name }).click();
  await beside.getByText('Close this tab and go on where you were.').waitFor();
};

describe('signing in', () => {
  it('leads back to the very address that was asked for, filters included', async () => {
    const page = await stage.visit({ at: '/cases?q=NG-B300#waits' });
    stage.expectTrouble(/^console: .*status of 401/);
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Lena Fischer' }).click();
    await page.getByRole('heading', { name: 'Cases', level: 1 }).waitFor();
    const { pathname, search } = new URL(page.url());
    expect(pathname + search).toBe('/cases?q=NG-B300');
  });

  it('leads nowhere but to this site', async () => {
    for (const elsewhere of [
      'https://elsewhere.invalid/',
      '//elsewhere.invalid',
      '/\\elsewhere.invalid',
      'javascript:1',
    ]) {
      const page = await stage.signIn(cast.auditor, { at: elsewhere });
      expect(new URL(page.url()).origin).toBe(stage.platform.url);
    }
  });

  it('is possible as one person after the other in one browser, as those do who try Exeat', async () => {
    const page = await stage.signIn(cast.officerLena, { at: '/help' });
    await title(page).waitFor();
    stage.expectTrouble(/^console: .*status of 401/);
    for (const name of ['Owen Hale', 'Priya Nair', 'Lena Fischer']) {
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('link', { name: 'Sign in' }).click();
      await page.getByRole('button', { name }).click();
      await page.getByText(`${name}, `).waitFor();
    }
  });
});

describe('a session that ends while a form is filled in', () => {
  it('loses nothing: one signs in beside, and the same form sends, once', async () => {
    const page = await stage.signIn(cast.officerLena, { at: `/cases/${caseId}` });
    const { text, send } = noteForm(page);
    await text.fill('Typed before the session ended');
    await endSessions(page);
    stage.expectTrouble(/^console: .*status of 401/);
    await send.click();
    await ended(page).waitFor();
    await axe(page);
    await reflows(page);
    await targetSizes(page);
    expect(await notesOf(stage, cast.officerMarcus, caseId)).not.toContain('Typed before the session ended');
    // It cannot be put away, and holds the focus.
    await page.keyboard.press('Escape');
    expect(await ended(page).isVisible()).toBe(true);

    await signInBeside(page, 'Lena Fischer');
    await ended(page).waitFor({ state: 'hidden' });
    expect(await text.inputValue()).toBe('Typed before the session ended');
    await send.click();
    await page.locator('.notes__text', { hasText: 'Typed before the session ended' }).waitFor();
    const notes = await notesOf(stage, cast.officerMarcus, caseId);
    expect(notes.filter((each) => each === 'Typed before the session ended')).toHaveLength(1);
  });

  it('shows nothing of the first person to somebody else who signs in', async () => {
    const page = await stage.signIn(cast.officerLena, { at: `/cases/${caseId}` });
    await noteForm(page).text.fill('For the eyes of Lena');
    await endSessions(page);
    stage.expectTrouble(/^console: .*status of 401/);
    await noteForm(page).send.click();
    await signInBeside(page, 'Owen Hale');
    await page.getByText('Owen Hale, ').waitFor();
    expect(await page.content()).not.toMatch(/For the eyes of Lena|Lena Fischer|NG-B300/);
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('For the eyes');
    for (let steps = 0; steps < 3; steps++) {
      await page.goBack().catch(() => undefined);
      expect(await page.locator('body').innerText()).not.toContain('For the eyes of Lena');
    }
  });

  it('is told, too, by a screen that only reads', async () => {
    const page = await stage.signIn(cast.officerLena, { at: '/help' });
    await title(page).waitFor();
    await endSessions(page);
    stage.expectTrouble(/^console: .*status of 401/);
    await page.getByRole('link', { name: 'Cases', exact: true }).click();
    await ended(page).waitFor();
  });
});

describe('signing out', () => {
  it('forgets what was typed, and leaves nothing on the screen or behind the back button, in every tab', async () => {
    const page = await stage.signIn(cast.officerLena, { at: `/cases/${caseId}` });
    await noteForm(page).text.fill('Typed and not sent');
    const other = await page.context().newPage();
    await other.goto(`${stage.platform.url}/cases/${caseId}`);
    await noteForm(other).text.fill('Typed in the other tab');
    stage.expectTrouble(/^console: .*status of 401/);
    await page.getByRole('button', { name: 'Sign out' }).click();
    for (const each of [page, other]) {
      await each.getByRole('link', { name: 'Sign in' }).waitFor();
      expect(await typed(each)).toEqual([]);
      await each.goBack().catch(() => undefined);
      expect(await each.locator('body').innerText()).not.toMatch(/NG-B300|Typed/);
    }
    await page.goto(`${stage.platform.url}/cases/${caseId}`);
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Lena Fischer' }).click();
    await noteForm(page).text.waitFor();
    expect(await noteForm(page).text.inputValue()).toBe('');
  });

  it('says so where the server has not heard of it', async () => {
    const page = await stage.signIn(cast.officerLena, { at: '/help' });
    await title(page).waitFor();
    await page.context().setOffline(true);
    stage.expectTrouble(/^console: .*ERR_INTERNET_DISCONNECTED/);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('dialog', { name: 'You are still signed in' }).waitFor();
    await axe(page);
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    stage.expectTrouble(/^console: .*status of 401/);
    await page.getByRole('link', { name: 'Sign in' }).waitFor();
  });
});

describe('the warning before a session ends', () => {
  /** Moves the clock of the page alone: the platform's session is there yet. */
  const idle = async (page: Page, minutes: number) => page.clock.fastForward(minutes * 60_000);
  const warning = (page: Page) => page.getByRole('dialog', { name: 'Are you still there?' });
  const arrive = async (at: string) => {
    const page = await stage.signIn(cast.officerLena, { at: '/help/start' });
    await page.clock.install();
    await page.goto(`${stage.platform.url}${at}`);
    await title(page).waitFor();
    return page;
  };

  it('comes two minutes before, can be put off by the keyboard, and keeps the draft', async () => {
    const page = await arrive(`/cases/${caseId}`);
    await noteForm(page).text.fill('A draft of long thought');
    await page.clock.runFor(70_000);
    await idle(page, 12);
    expect(await warning(page).count()).toBe(0);
    await idle(page, 1);
    await warning(page).waitFor();
    await axe(page);
    await reflows(page);
    await page.keyboard.press('Escape');
    expect(await warning(page).isVisible()).toBe(true);
    await page.keyboard.press('Enter');
    await warning(page).waitFor({ state: 'hidden' });
    expect(await noteForm(page).text.inputValue()).toBe('A draft of long thought');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await idle(page, 12);
    await page.clock.runFor(6_000);
    expect(await warning(page).count()).toBe(0);
  });

  it('is not needed by who types, nor in a tab beside the one that is worked in', async () => {
    const page = await arrive(`/cases/${caseId}`);
    for (let minute = 0; minute < 16; minute += 4) {
      await idle(page, 4);
      await noteForm(page).text.press('x');
      await page.clock.runFor(6_000);
      expect(await warning(page).count()).toBe(0);
    }
  });

  it('is followed by the end of the session, on the server, too', async () => {
    const page = await arrive('/help');
    stage.expectTrouble(/^console: .*status of 401/);
    await idle(page, 16);
    await ended(page).waitFor();
    expect(await page.evaluate(async () => (await fetch('/api/v1/me')).status)).toBe(401);
  });
});
