import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { cast } from '@exeat/demo';
import type { Page } from 'playwright-core';
import { caseOf, noteForm } from './a-note.js';
import { axe } from './axe.js';
import { reflows, targetSizes } from './layout.js';
import { ready } from './main-routes.js';
import { browserStage } from './stage.js';

jest.setTimeout(40_000);
const stage = browserStage({ demo: true });
let caseId: string;
beforeAll(async () => {
  caseId = await caseOf(stage, cast.auditor, 'NG-B300');
  const nora = await stage.platform.as(cast.northgateCompliance);
  // Enough drafts for a list that scrolls.
  for (let count = 0; count < 40; count++) await nora.ask('/applications', { reference: `NG-MANY-${count}` });
  await stage.platform.settled();
}, 60_000);

const title = (page: Page, name?: string) => page.getByRole('heading', { level: 1, ...(name && { name }) });
const focus = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: at } = document;
    return `${at?.tagName ?? ''} ${at?.id ?? ''} ${(at?.textContent ?? '').trim().slice(0, 40)}`.replace(/\s+/g, ' ');
  });

describe('going about', () => {
  it('keeps filters in the address: they can be sent, and the back button brings them and the place back', async () => {
    const page = await stage.signIn(cast.northgateCompliance, { at: '/cases?q=NG-MANY' });
    await ready(page);
    await page.getByRole('button', { name: /^Remove filter .*NG-MANY/ }).waitFor();
    await page.mouse.wheel(0, 900);
    await page.waitForFunction(() => window.scrollY > 500);
    const before = await page.evaluate(() => window.scrollY);
    const link = page.getByRole('link', { name: /NG-MANY-/ }).nth(15);
    await link.scrollIntoViewIfNeeded();
    const place = await page.evaluate(() => window.scrollY);
    await link.click();
    await title(page).filter({ hasText: 'NG-MANY-' }).waitFor();
    expect(await page.evaluate(() => window.scrollY)).toBeLessThan(50);
    await page.goBack();
    await title(page, 'Cases').waitFor();
    expect(new URL(page.url()).search).toBe('?q=NG-MANY');
    await page.waitForFunction((where) => Math.abs(window.scrollY - where) < 120, place);
    expect(before).toBeGreaterThan(0);
  });

  it('puts the focus on the title of the page that one goes to, and tells the tab', async () => {
    const page = await stage.signIn(cast.officerLena, { at: '/cases' });
    await ready(page);
    await page.getByRole('link', { name: 'Licences', exact: true }).click();
    await title(page, 'Licences').waitFor();
    expect(await focus(page)).toBe('H1 Licences');
    expect(await page.title()).toBe('Licences – Exeat');
  });

  it('skips to the main part by the first stop of Tab', async () => {
    const page = await stage.signIn(cast.officerLena, { at: '/cases' });
    await ready(page);
    await page.keyboard.press('Tab');
    expect(await focus(page)).toContain('Skip to main content');
    await page.keyboard.press('Enter');
    expect(await focus(page)).toMatch(/^MAIN main/);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))).toBe(true);
    expect(await title(page, 'Cases').isVisible()).toBe(true);
  });
});

describe('a form', () => {
  it('that is refused puts the focus on the summary of problems, whose links lead to the fields', async () => {
    const page = await stage.signIn(cast.officerLena, { at: `/cases/${caseId}` });
    await noteForm(page).send.click();
    const summary = page.getByRole('alert', { name: 'There is a problem' });
    await summary.waitFor();
    expect(await focus(page)).toContain('There is a problem');
    expect(await page.title()).toMatch(/^Error: /);
    await axe(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await focus(page)).toMatch(/^TEXTAREA/);
    expect(await noteForm(page).text.getAttribute('aria-invalid')).toBe('true');
  });

  it('keeps over a reload what was typed, says so, and starts afresh when asked to', async () => {
    const page = await stage.signIn(cast.officerLena, { at: `/cases/${caseId}` });
    await noteForm(page).text.fill('Half a thought');
    await page.reload();
    const notice = page.getByText('We kept what you typed here before');
    await notice.waitFor();
    expect(await noteForm(page).text.inputValue()).toBe('Half a thought');
    await axe(page);
    await page.getByRole('button', { name: 'Start afresh' }).click();
    await notice.waitFor({ state: 'hidden' });
    expect(await noteForm(page).text.inputValue()).toBe('');
    await page.reload();
    await noteForm(page).text.waitFor();
    expect(await notice.count()).toBe(0);
  });
});

describe('the keyboard', () => {
  it('shows with ? the keys of the page that one is on, and they do what they say', async () => {
    const page = await stage.signIn(cast.officerLena, { at: '/cases' });
    await ready(page);
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts on this page' });
    await sheet.waitFor();
    await axe(page);
    await reflows(page);
    await targetSizes(page);
    expect(await sheet.innerText()).toMatch(/Licences/);
    // What lies behind does not hear keys.
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    expect(new URL(page.url()).pathname).toBe('/cases');
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await title(page, 'Licences').waitFor();
  });

  it('opens with Ctrl+K a menu of everything, which is found by typing', async () => {
    const page = await stage.signIn(cast.officerLena, { at: '/cases' });
    await ready(page);
    await page.keyboard.press('Control+k');
    const menu = page.getByRole('dialog', { name: 'Command menu' });
    await menu.waitFor();
    await page.keyboard.type('oblig');
    await axe(page);
    await reflows(page);
    await page.keyboard.press('Enter');
    await title(page, 'Obligations').waitFor();
    await page.keyboard.press('Control+k');
    await menu.waitFor();
    await page.keyboard.type('nothing of that name');
    await menu.getByText('Nothing fits').waitFor();
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'hidden' });
    expect(await focus(page)).toMatch(/^(H1|BODY)/);
  });

  it('leaves single keys alone where they are switched off, on this device for good, and while one types', async () => {
    const page = await stage.signIn(cast.officerLena, { at: `/cases/${caseId}` });
    await noteForm(page).text.pressSequentially('gl?');
    expect(await noteForm(page).text.inputValue()).toBe('gl?');
    expect(new URL(page.url()).pathname).toBe(`/cases/${caseId}`);
    await page.goto(`${stage.platform.url}/settings`);
    await page.getByRole('group', { name: 'Single-key shortcuts' }).getByText('Off').click();
    await page.reload();
    await ready(page);
    for (const key of ['?', 'g', 'l']) await page.keyboard.press(key);
    await page.waitForTimeout(300);
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(new URL(page.url()).pathname).toBe('/settings');
    await page.keyboard.press('Control+/');
    await page.getByText('Single-key shortcuts are switched off.').waitFor();
  });
});
