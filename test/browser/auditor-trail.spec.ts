import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { cast } from '@exeat/demo';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { auditor, downloaded, positionsShown, type Told } from './audited.js';
import { axe } from './axe.js';
import { focusIsVisible } from './keyboard.js';
import { reflows, targetSizes } from './layout.js';
import { shoot } from './screens.js';
import { browserStage } from './stage.js';

jest.setTimeout(120_000);

const stage = browserStage({ demo: true });
const told = auditor(stage);

let all: readonly Told[];
beforeAll(async () => {
  all = await told.trail('order=newest');
});

const at = (path: string): Promise<Page> => stage.signIn(cast.auditor, { at: path });
const rowsRead = (page: Page) => page.getByRole('table', { name: 'Audit trail' }).waitFor();

describe('a search', () => {
  const search = async (page: Page, words: string) => {
    await page.getByLabel('Search for anything').fill(words);
    await page.getByLabel('Search for anything').press('Enter');
    await page.getByText(`for “${words}”`).first().waitFor();
  };

  it('finds by number, model, person, id and position, and leads there', async () => {
    const page = await at('/audit');
    await search(page, 'Z000003');
    await page.getByRole('heading', { name: 'Case', exact: true }).waitFor();
    await axe(page);
    await reflows(page);
    await targetSizes(page);
    await search(page, 'H20 SXM');
    await page.getByRole('link', { name: 'D0000003', exact: true }).waitFor();
    await shoot(page, 'audit-search');

    await search(page, 'Ada Reyes');
    await page.getByRole('link', { name: 'Ada Reyes', exact: true }).click();
    await page.getByRole('button', { name: 'Remove filter Person (name or id): ada-reyes' }).waitFor();

    const [fact] = all.filter(({ type }) => type === 'FindingRecorded');
    if (!fact) throw new Error('The demo records findings.');
    await search(page, fact.commandId);
    await page.getByRole('link', { name: fact.commandId }).click();
    await page.getByRole('button', { name: `Remove filter Command: ${fact.commandId}` }).waitFor();
    await page.getByRole('article', { name: fact.sentence }).waitFor();

    await page.goto(`${stage.platform.url}/audit`);
    await search(page, `#${fact.position}`);
    await page.locator('.found').getByRole('link', { name: fact.sentence }).click();
    await page.getByText(`position ${fact.position}: not how the case stands today`).waitFor();
  });

  it('leads from a licence to the licence and to the history of its case', async () => {
    const page = await at('/audit?q=D0000003');
    const licence = page.getByRole('link', { name: 'D0000003', exact: true });
    expect(await licence.getAttribute('href')).toBe('/licences/D0000003');
    await licence.click();
    await page.getByRole('heading', { level: 1, name: /D0000003/ }).waitFor();
    await page.goBack();
    await page.getByRole('link', { name: 'History of the case of D0000003' }).click();
    await page.getByRole('heading', { level: 1, name: 'History of Z000003' }).waitFor();
  });

  it.each(['a', '"', '%'])('by too little says so at its field: %j', async (words) => {
    stage.expectTrouble(/^console: .*status of 4(00|22)/);
    const page = await at(`/audit?q=${encodeURIComponent(words)}`);
    const field = page.getByRole('searchbox', { name: 'Search for anything' });
    await page.locator('[role="alert"]').first().waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await axe(page);
  });

  it.each([
    '<script>alert(1)</script>',
    '=1+1',
    "'; drop table es.facts; --",
    '\u202Eevil\u200B',
    '%_%',
    '\u0007\u0007',
    '😀😀',
  ])('for %j finds nothing and does nothing', async (words) => {
    const page = await at(`/audit?q=${encodeURIComponent(words)}`);
    await page.getByText(/^Nothing is called/).waitFor();
    expect(await page.getByLabel('Search for anything').inputValue()).toBe(words);
    expect(await page.locator('main script').count()).toBe(0);
  });
});

describe('the audit trail', () => {
  it('shows position, moment, sentence and person with organisation and assurance, newest first', async () => {
    const page = await at('/audit');
    await rowsRead(page);
    const shown = await positionsShown(page);
    expect(shown).toEqual(all.slice(0, 50).map(({ position }) => position));
    const row = page.getByRole('row', { name: /Ada Reyes claimed the technical review/ }).first();
    expect(await row.textContent()).toMatch(/Ada Reyes.*Bureau of Industry and Security.*several factors/);
    await axe(page);
    await reflows(page);
    await targetSizes(page);
    await shoot(page, 'audit');
    expect((await focusIsVisible(page)).length).toBeGreaterThan(10);
  });

  it('keeps filters and the position of the log in the address, which shows the same rows to anybody anew', async () => {
    const page = await at('/audit');
    await rowsRead(page);
    await page.getByLabel('Case (number or id)').fill('Z000003');
    await page.getByLabel('Words in the sentence').fill('condition');
    await page.getByRole('button', { name: 'Apply filters' }).click();
    await page.getByRole('button', { name: /^Remove filter Case/ }).waitFor();
    await page.getByLabel('Type of fact').selectOption({ label: 'Condition adopted' });
    await page.getByRole('button', { name: 'Remove filter Type of fact: Condition adopted' }).waitFor();
    await page.waitForFunction(() => document.querySelectorAll('.table tbody tr').length === 1);
    const [before, address] = [await positionsShown(page), page.url()];
    expect(address).toMatch(/case=Z000003.*upTo=\d+|upTo=\d+.*case=Z000003/);

    const caseId = await told.caseCalled('Z000006');
    const lena = await stage.platform.as(cast.officerLena);
    await lena.ask(`/cases/${caseId}/notes`, { text: 'The parent company was named.' });
    await page.getByRole('button', { name: /more fact.*show up to now/ }).waitFor();

    const again = await stage.signIn(cast.auditor, { at: address.slice(stage.platform.url.length) });
    await rowsRead(again);
    expect(await positionsShown(again)).toEqual(before);

    await page.getByRole('button', { name: /^Remove filter Type/ }).click();
    await page.getByRole('button', { name: 'Clear all filters' }).click();
    await page.getByRole('button', { name: /show up to now/ }).click();
    await page.getByRole('link', { name: /Lena Fischer.*note/ }).waitFor();
  });

  it('goes on to what is older by an address, and comes back', async () => {
    const page = await at('/audit');
    await rowsRead(page);
    await page.getByRole('link', { name: 'Older' }).click();
    await page.getByRole('link', { name: 'Back to the newest' }).waitFor();
    await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
    const now = await told.trail('order=newest');
    await expectRows(page, now.slice(50, 100));
    await page.goBack();
    await expectRows(page, now.slice(0, 50));
  });

  it('finds a person by their name, and filters by them from a row', async () => {
    const page = await at('/audit?person=Eli%20Marchetti');
    await rowsRead(page);
    const people = await page.getByRole('button', { name: /show only what they did/ }).allTextContents();
    expect(new Set(people)).toEqual(new Set(['Eli Marchetti']));
    await page.getByRole('button', { name: /^Remove filter Person/ }).click();
    await page.getByRole('button', { name: 'Dana Whitlock: show only what they did' }).first().click();
    await page.getByRole('button', { name: 'Remove filter Person (name or id): dana-whitlock' }).waitFor();
  });

  it('is taken away as CSV and as JSON Lines, with every row that the filters show', async () => {
    const page = await at('/audit?person=nora-vance');
    await rowsRead(page);
    const expected = (await told.trail('person=nora-vance&order=newest')).map(({ position }) => position);
    const csv = await downloaded(page, 'Download these rows as CSV');
    expect(csv.name).toMatch(/^audit-trail-up-to-\d+\.csv$/);
    const rows: { position: string; person: string; sentence: string }[] = parse(csv.text, {
      bom: true,
      columns: true,
    });
    expect(rows.map(({ position }) => Number(position))).toEqual(expected);
    expect(new Set(rows.map(({ person }) => person))).toEqual(new Set(['Nora Vance']));
    expect(csv.text).not.toMatch(/(^|,)"?[=+@]/m);

    const lines = await downloaded(page, 'Download these rows as JSON Lines');
    const facts = lines.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Told);
    expect(facts.map(({ position }) => position)).toEqual(expected);
    await page.getByText(`${expected.length} rows downloaded`).waitFor();
  });

  it('has a download that can be cancelled', async () => {
    const page = await at('/audit');
    await rowsRead(page);
    let free: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (free = resolve));
    await page.route(/audit-trail\?.*limit=500/, async (route) => {
      await held;
      await route.continue().catch(() => undefined);
    });
    await page.getByRole('button', { name: 'Download these rows as CSV' }).click();
    await page.getByRole('button', { name: 'Cancel the download' }).click();
    await page.getByText('Download cancelled').waitFor();
    free();
  });

  it('says which filter it could not use', async () => {
    stage.expectTrouble(/^console: .*status of 400/);
    const page = await at('/audit?from=2026-02-30&text=x');
    const alert = page.getByRole('alert');
    await alert.getByText('A filter could not be used').waitFor();
    expect(await alert.textContent()).toMatch(/From day:.*Words in the sentence:/s);
    await axe(page);
  });
  it.each([
    ['case=Z999999', 'No case has the number “Z999999”.'],
    ['case=%3Cscript%3E', 'No case has the number “<script>”.'],
    ['person=Nobody%20At%20All', 'Nobody in the trail is called “Nobody At All”'],
    ['text=%3D1%2B1', 'Nothing fits these filters'],
    ['text=%25', 'A filter could not be used'],
    ['type=NoSuchFact', 'Nothing fits these filters'],
    ['upTo=nothing&before=-1&person=zoe', 'Nothing fits these filters'],
  ])('with %s in its address says: %s', async (query, sentence) => {
    if (sentence.startsWith('A filter')) stage.expectTrouble(/^console: .*status of 400/);
    const page = await at(`/audit?${query}`);
    await page.getByText(sentence).waitFor();
  });
});

const expectRows = async (page: Page, expected: readonly Told[]) => {
  await page
    .getByRole('row')
    .filter({ has: page.getByRole('cell', { name: String(expected[0]?.position), exact: true }) })
    .waitFor();
  expect(await positionsShown(page)).toEqual(expected.map(({ position }) => position));
};

describe('whoever is no auditor', () => {
  it.each([
    ['an officer', cast.officerLena],
    ['an exporter', cast.northgateCompliance],
  ])('is told so: %s', async (_who, persona) => {
    const page = await stage.signIn(persona, { at: '/audit' });
    await page.getByText('Only auditors read the audit trail').waitFor();
    await page.goto(`${stage.platform.url}/audit/cases/${await told.caseCalled('Z000003')}?at=40`);
    await page.getByText('Only auditors read the audit trail').waitFor();
    await axe(page);
  });
});
