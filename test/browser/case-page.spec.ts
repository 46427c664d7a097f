import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { cast } from '@exeat/demo';
import type { Page } from 'playwright-core';
import { caseOf, noteForm, notesOf } from './a-note.js';
import { announced } from './announcements.js';
import { axe } from './axe.js';
import { focusIsVisible, focusNotObscured } from './keyboard.js';
import { reflows, targetSizes } from './layout.js';
import { nasty, nothingRan, problemAt } from './nasty-input.js';
import { shoot } from './screens.js';
import { browserStage } from './stage.js';

jest.setTimeout(60_000);
const stage = browserStage({ demo: true });

const demo = [
  { of: 'NG-H20-001', exporter: cast.northgateCompliance, status: 'Licensed', model: 'H20 SXM 96GB' },
  { of: 'BH-2026-H200', exporter: cast.blueHarborCompliance, status: 'Licensed', model: 'H200 SXM 141GB' },
  { of: 'NG-B300-007', exporter: cast.northgateCompliance, status: 'Denied', model: 'B300 (HGX)' },
  {
    of: 'BH-GAMING-4090D',
    exporter: cast.blueHarborCompliance,
    status: 'No licence required',
    model: 'GeForce RTX 4090 D',
  },
  { of: 'NG-MI325X-AUH', exporter: cast.northgateCompliance, status: 'In security review', model: 'Instinct MI325X' },
] as const;

const ids = new Map<string, string>();
const idOf = (reference: string): string => ids.get(reference) ?? '';
beforeAll(async () => {
  for (const { of } of demo) ids.set(of, await caseOf(stage, cast.auditor, of));
});

const part = (page: Page, name: string | RegExp) => page.getByRole('region', { name });
const open = async (persona: string, reference: string, more = '') => {
  const page = await stage.signIn(persona, { at: `/cases/${idOf(reference)}${more}` });
  await page.getByRole('navigation', { name: 'Parts of the case' }).waitFor();
  return page;
};

describe('the page of each demo case', () => {
  it.each(demo)('$of: its exporter sees where it stands, and nothing of the reviews', async (each) => {
    const page = await open(each.exporter, each.of);
    const head = part(page, 'Where it stands');
    await head.getByText(each.status, { exact: true }).waitFor();
    await head.getByText(/^Day \d+ of 90$/).waitFor();
    await part(page, `Line 1: ${each.model}`).getByText('Price of a unit').waitFor();
    await part(page, 'History').getByRole('listitem').first().waitFor();
    expect(await part(page, 'Review').count()).toBe(0);
    expect(await part(page, 'Notes').count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Notes' }).count()).toBe(0);
  });

  it.each(demo)('$of: an officer sees the finding, the reviews and the notes, too', async ({ of, model, status }) => {
    const page = await open(cast.officerLena, of);
    await part(page, 'Where it stands').getByText(status, { exact: true }).waitFor();
    await part(page, `Line 1: ${model}`).getByText('How it was computed').waitFor();
    await part(page, 'Review')
      .getByText(/Technical review by (Ada Reyes|Theo Lindqvist)\./)
      .waitFor();
    await noteForm(page).text.waitFor();
  });

  it('tells of a clock that stopped, when, and why', async () => {
    const page = await open(cast.northgateCompliance, 'NG-MI325X-AUH');
    await part(page, 'Where it stands')
      .getByText(/^Stopped from .* to .*: The application was returned to the applicant/)
      .waitFor();
    await part(page, 'Stages').getByText('With the applicant').first().waitFor();
    await part(page, 'Stages').getByText('The same as a table').click();
    await part(page, 'Stages').getByRole('columnheader', { name: 'Days' }).waitFor();
  });

  it('leads each to what they can do next', async () => {
    const next = async (persona: string, reference: string) => {
      const page = await open(persona, reference);
      return page.getByRole('navigation', { name: 'What you can do' }).getByRole('link').allInnerTexts();
    };
    expect(await next(cast.agencies.state, 'NG-MI325X-AUH')).toEqual(['Take a position']);
    expect(await next(cast.auditor, 'NG-H20-001')).toEqual(['Go to the licence', 'Replay the case']);
    expect(await next(cast.northgateCompliance, 'NG-H20-001')).toEqual([
      'Go to the licence',
      'Application and its saves',
    ]);
  });
});

describe('the parts of a case', () => {
  it('have addresses of their own, which the back button goes back through', async () => {
    const page = await open(cast.officerLena, 'BH-2026-H200');
    const tabs = page.getByRole('navigation', { name: 'Parts of the case' });
    await tabs.getByRole('link', { name: 'Parties' }).click();
    await part(page, 'Parties and end use').getByText('Nine Kites Data Centre Co., Ltd.').first().waitFor();
    await part(page, 'Parties and end use').getByText("People's Republic of China").first().waitFor();
    expect(await part(page, 'Where it stands').isVisible()).toBe(false);
    await tabs.getByRole('link', { name: 'Documents' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      part(page, 'Documents').getByRole('link', { name: 'Statement of the end user.txt' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('Statement of the end user.txt');
    await page.goBack();
    await part(page, 'Parties and end use').waitFor();
    expect(new URL(page.url()).searchParams.get('tab')).toBe('parties');
    await page.goto(`${page.url().split('?')[0]}?tab=%3Cscript%3E`);
    await part(page, 'Where it stands').waitFor();
  });

  it('narrow the history down by words that stand in the address', async () => {
    const page = await open(cast.officerLena, 'NG-MI325X-AUH', '?tab=history&words=ada%20claimed');
    const entries = part(page, 'History').getByRole('list', { name: 'History' }).getByRole('listitem');
    await entries.first().waitFor();
    for (const entry of await entries.allInnerTexts()) expect(entry).toMatch(/Ada Reyes claimed/);
    await page.getByLabel('Find words in the history').fill('no such words');
    await page.getByText('No entry has these words').waitFor();
    expect(new URL(page.url()).searchParams.get('words')).toBe('no such words');
  });

  it('can be used by everybody', async () => {
    const page = await open(cast.officerLena, 'NG-MI325X-AUH');
    await axe(page);
    await reflows(page);
    await targetSizes(page);
    await focusIsVisible(page);
    await focusNotObscured(page);
    await shoot(page, 'case');
    for (const tab of ['items', 'parties', 'documents', 'notes', 'history']) {
      await page.goto(`${page.url().split('?')[0]}?tab=${tab}`);
      await page.getByRole('navigation', { name: 'Parts of the case' }).waitFor();
      await axe(page);
      await reflows(page);
      await targetSizes(page);
    }
    await shoot(page, 'case-history');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(page.url().split('?')[0] ?? '');
    await part(page, 'Where it stands').waitFor();
    await axe(page);
    await shoot(page, 'case-dark');
  });
});

describe('what others do meanwhile', () => {
  it('appears without a reload, and is said', async () => {
    const page = await open(cast.officerLena, 'NG-MI325X-AUH');
    const review = part(page, 'Review');
    await review.getByText('1 of 4 positions in.').waitFor();
    const dana = await stage.platform.as(cast.agencies.defense);
    const caseId = idOf('NG-MI325X-AUH');
    const taken = await dana.ask(`/security-reviews/${caseId}/position`, { position: 'no-objection' });
    expect(taken.status).toBe(200);
    await review.getByText('2 of 4 positions in.').waitFor();
    await announced(page, /Dana Whitlock took the position/);
    expect(await page.locator('.timeline__entry--new').first().innerText()).toContain('Dana Whitlock');
  });

  it('shows who else of the authority looks at the case, until they leave', async () => {
    const lena = await open(cast.officerLena, 'NG-MI325X-AUH');
    const marcus = await open(cast.officerMarcus, 'NG-MI325X-AUH');
    // Others whose windows were closed just before count as looking for a while: a browser that ends says no goodbye.
    const words = /Lena Fischer.* looking at this case, too\./;
    await marcus.getByText(words).waitFor({ timeout: 10_000 });
    // Whoever was there first learns of the other as soon, too.
    await lena.getByText(/Marcus Bell.* looking at this case, too\./).waitFor({ timeout: 10_000 });
    await announced(marcus, words);
    const left = lena.waitForResponse((response) => response.url().endsWith('/presence'));
    await lena.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Cases' }).click();
    await left;
    await marcus.getByText(words).waitFor({ state: 'hidden', timeout: 30_000 });
  });
});

describe('a note', () => {
  it('stands on the page as soon as it is written, and the field is free for the next', async () => {
    const page = await open(cast.officerLena, 'NG-B300-007');
    const note = noteForm(page);
    await note.add('Asked the applicant for the floor plan.');
    await announced(page, /Note added/);
    expect(await note.text.inputValue()).toBe('');
    expect(await note.text.evaluate((field) => field === document.activeElement)).toBe(true);
    await part(page, 'History')
      .getByText(/Lena Fischer .*note/)
      .first()
      .waitFor();
  });

  it('is refused at its field where it is empty or too long, or turns text around', async () => {
    const page = await open(cast.officerLena, 'NG-B300-007', '?tab=notes');
    const note = noteForm(page);
    for (const [text, said] of [
      ['', /Give|required|missing|needed/i],
      [nasty.oversized, /4,?000/],
      [nasty.bidi, /control/],
    ] as const) {
      await note.text.fill(text);
      await note.send.click();
      expect(await problemAt(page, 'Write a note')).toMatch(said);
    }
    await axe(page);
    const before = await notesOf(stage, cast.officerLena, idOf('NG-B300-007'));
    expect(before.filter((text) => text.length > 4000 || text.includes('\u202e'))).toEqual([]);
  });

  it('shows scripts and formulas as the text they are', async () => {
    const page = await open(cast.officerLena, 'NG-B300-007', '?tab=notes');
    for (const text of [nasty.script, nasty.formula]) await noteForm(page).add(text);
    await nothingRan(page);
    expect(await page.locator('.notes__text script, .notes__text img').count()).toBe(0);
  });
});

describe('a case that cannot be shown', () => {
  it('is said not to be there, be it unknown, another company’s, or no id at all', async () => {
    stage.expectTrouble(/^console: .*status of 404/);
    const nora = await stage.signIn(cast.northgateCompliance, { at: '/cases/not-an-id' });
    await nora.getByText('There is nothing here').first().waitFor();
    for (const id of ['00000000-0000-4000-8000-000000000000', idOf('BH-2026-H200')]) {
      await nora.goto(`${stage.platform.url}/cases/${id}`);
      await nora.getByText('There is nothing here').first().waitFor();
    }
    await axe(nora);
  });

  it('says why where the server fails, and reads it again when asked', async () => {
    stage.expectTrouble(/^console: .*status of 500/);
    const page = await stage.signIn(cast.officerLena, { at: '/help' });
    const path = `**/api/v1/cases/${idOf('NG-H20-001')}`;
    await page.route(path, (route) =>
      route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{}' }),
    );
    await page.goto(`${stage.platform.url}/cases/${idOf('NG-H20-001')}`);
    await page.getByText('This could not be shown').waitFor();
    await axe(page);
    await page.unroute(path);
    await page.getByRole('button', { name: 'Try again' }).click();
    await part(page, 'Where it stands').waitFor();
  });

  it('keeps what was read and what was typed while there is no connection', async () => {
    stage.expectTrouble(/ERR_INTERNET_DISCONNECTED/);
    const page = await open(cast.officerLena, 'NG-H20-001');
    await page.context().setOffline(true);
    await page.getByText('No connection.').waitFor();
    await page.getByRole('link', { name: 'Parties', exact: true }).click();
    await part(page, 'Parties and end use').waitFor();
    await page.getByRole('link', { name: 'Notes', exact: true }).click();
    const note = noteForm(page);
    await note.text.fill('Typed without a connection.');
    await note.send.click();
    await page.getByText(/Exeat cannot be reached/).waitFor();
    await axe(page);
    await page.context().setOffline(false);
    await page.getByText('No connection.').waitFor({ state: 'hidden' });
    await note.add('Typed without a connection.');
  });
});
