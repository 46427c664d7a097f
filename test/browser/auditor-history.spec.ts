import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { cast } from '@exeat/demo';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { announced } from './announcements.js';
import { auditor, downloaded, type Told } from './audited.js';
import { axe } from './axe.js';
import { reflows, targetSizes } from './layout.js';
import { shoot } from './screens.js';
import { browserStage } from './stage.js';

jest.setTimeout(120_000);

const stage = browserStage({ demo: true });
const told = auditor(stage);

let caseId: string;
let facts: readonly Told[];
beforeAll(async () => {
  caseId = await told.caseCalled('Z000003');
  facts = await told.trail(`case=${caseId}`);
});

const history = async (query = '', of = caseId): Promise<Page> => {
  const page = await stage.signIn(cast.auditor, { at: `/audit/cases/${of}${query}` });
  await page.getByRole('heading', { level: 2, name: 'What happened' }).waitFor();
  return page;
};

describe('the history of a case', () => {
  it('is told as acts: what, from when to when, by whom, in how many facts', async () => {
    const page = await history();
    const acts = page.getByRole('list', { name: 'Acts' });
    const review = acts.locator('summary', { hasText: 'Technical review' });
    expect(await review.textContent()).toMatch(/Technical review.*\d.*\d{4}.*Ada Reyes.*4 facts, [34] days/);
    await page
      .locator('.acts > .idle', { hasText: /^\d+ days nothing$/ })
      .first()
      .waitFor();
    await axe(page);
    await reflows(page);
    await targetSizes(page);
    await review.press('Enter');
    await page.getByText('Ada Reyes claimed the technical review').waitFor();
    await page.getByRole('button', { name: 'Open all' }).press('Enter');
    await page.getByText(facts.at(-1)?.sentence ?? '').waitFor();
    await axe(page);
    await page.getByRole('button', { name: 'Close all' }).click();
    await shoot(page, 'replay-acts');
  });

  it('is told as one sentence for each fact, with the days in which nothing happened', async () => {
    const page = await history();
    await page.getByRole('link', { name: 'Sentences' }).click();
    const entries = page.getByRole('list', { name: 'Sentences' }).locator('.timeline__title');
    await entries.first().waitFor();
    expect(await entries.allTextContents()).toEqual(facts.map(({ sentence }) => sentence));
    expect(page.url()).toMatch(/zoom=sentences/);
    await axe(page);
    await reflows(page);
    await targetSizes(page);
  });

  it('is told as facts as they are stored, whose ids lead to what belongs together', async () => {
    const page = await history('?zoom=facts');
    const raw = page.getByRole('list', { name: 'Stored facts' }).getByRole('article');
    await raw.first().waitFor();
    expect(await raw.count()).toBe(facts.length);
    const finding = facts.find(({ type }) => type === 'FindingRecorded');
    if (!finding) throw new Error('The demo records findings.');
    const shown = page.getByRole('article', { name: finding.sentence });
    const text = (await shown.textContent()) ?? '';
    for (const part of [finding.factId, finding.commandId, finding.correlationId, 'several factors', 'us-ear-'])
      expect(text).toContain(part);
    expect(JSON.parse((await shown.locator('pre').textContent()) ?? '')).toHaveProperty('finding.line', 1);
    await axe(page);
    await reflows(page);
    await targetSizes(page);
    await shoot(page, 'replay-facts');

    const completed = facts.find(({ type }) => type === 'TechnicalReviewCompleted');
    await page
      .getByRole('article', { name: completed?.sentence ?? '' })
      .getByRole('link', { name: completed?.correlationId ?? '' })
      .last()
      .click();
    await page.getByRole('button', { name: /^Remove filter Request/ }).waitFor();
    const related = facts.filter(({ correlationId }) => correlationId === completed?.correlationId);
    await page.getByText(`${related.length} facts of ${facts.length}`).waitFor();
    expect(related.length).toBeGreaterThan(3);
  });

  it('is filtered by person, type and words in the address, the same when opened anew', async () => {
    const page = await history('?zoom=sentences');
    await page.getByLabel('Person').selectOption({ label: 'Lena Fischer, Bureau of Industry and Security' });
    await page.getByLabel('Words in the sentence').fill('DELIVERY');
    await page.getByRole('button', { name: 'Apply filters' }).click();
    await page.getByRole('button', { name: 'Remove filter Words in the sentence: DELIVERY' }).waitFor();
    const titles = (where: Page) => where.locator('.timeline__title').allTextContents();
    const shown = await titles(page);
    expect(shown).toEqual(
      facts
        .filter(({ actorName, sentence }) => actorName === 'Lena Fischer' && /delivery/i.test(sentence))
        .map(({ sentence }) => sentence),
    );
    expect(shown.length).toBeGreaterThan(0);
    await page.reload();
    await page.getByRole('button', { name: /^Remove filter Person/ }).waitFor();
    expect(await titles(page)).toEqual(shown);
  });

  it.each(['text=%3Cscript%3E', 'text=%3D1%2B1', 'person=nobody', 'type=NoSuchFact', 'command=x', 'text=%E2%80%AE'])(
    'that nothing fits says so: %s',
    async (query) => {
      const page = await history(`?${query}`);
      await page.getByText('Nothing in this case fits these filters').waitFor();
      await page.getByText(`0 facts of ${facts.length}`).waitFor();
    },
  );

  it('is taken away as JSON Lines with the stored data, and as CSV', async () => {
    const page = await history();
    const lines = await downloaded(page, 'Download these facts as JSON Lines');
    expect(lines.name).toBe(`history-${caseId}-up-to-${facts.at(-1)?.position}.jsonl`);
    const kept = lines.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Told & { readonly data: object });
    expect(kept.map(({ factId }) => factId)).toEqual(facts.map(({ factId }) => factId));
    expect(kept.find(({ type }) => type === 'FindingRecorded')?.data).toHaveProperty('finding.model', 'H20 SXM 96GB');
    const csv = await downloaded(page, 'Download these facts as CSV');
    const rows: { factId: string; data: string }[] = parse(csv.text, { bom: true, columns: true });
    expect(rows.map(({ factId }) => factId)).toEqual(facts.map(({ factId }) => factId));
    for (const { data } of rows) expect(JSON.parse(data)).toEqual(expect.any(Object));
  });

  it('takes in what somebody else does, while it is shown, and tells of it', async () => {
    const open = await told.caseCalled('Z000006');
    const page = await history('?zoom=sentences', open);
    const sam = await stage.platform.as(cast.agencies.state);
    const { status } = await sam.ask(`/security-reviews/${open}/position`, {
      position: 'no-objection',
      reasons: 'Nothing speaks against it.',
    });
    expect(status).toBe(200);
    await page.getByText('Sam Okafor took the position "no objection" for State').first().waitFor();
    await announced(page, /Sam Okafor took the position/);
  });

  it('of no case there is says that there is nothing', async () => {
    stage.expectTrouble(/^console: .*status of 404/);
    const page = await stage.signIn(cast.auditor, { at: '/audit/cases/00000000-0000-4000-8000-000000000000' });
    await page.getByText('There is nothing here').waitFor();
    await axe(page);
  });
});
