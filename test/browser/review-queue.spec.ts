import { beforeAll, describe, expect, it } from '@jest/globals';
import { cast } from '@exeat/demo';
import type { Page } from 'playwright-core';
import { bring, caseCalled } from '../journeys/cases.js';
import { axe } from './axe.js';
import { focusIsVisible, focusNotObscured } from './keyboard.js';
import { atSize, reflows, targetSizes } from './layout.js';
import { measureFrames, measureScrolling, tell, type Scrolling } from './measure.js';
import { shoot } from './screens.js';
import { browserStage, narrow } from './stage.js';

const stage = browserStage({ demo: true });
const real: string[] = [];
const many = 10_000;
/** What the issue asks of a frame; told by the run and not asserted so tightly, as machines differ. */
const generous = 1_000;

beforeAll(async () => {
  for (const name of ['One', 'Two', 'Three', 'Four', 'Five', 'Six'])
    real.push((await bring(stage.platform.stage, 'submitted', caseCalled(`Queue ${name}`))).caseId);
  await bring(stage.platform.stage, 'claimed', caseCalled('Queue held'));
  await stage.platform.settled();
}, 120_000);

const queue = (page: Page) => page.getByRole('table', { name: 'Technical queue' });
const openQueue = async (who: string, at = '/queues/technical') => {
  const page = await stage.signIn(who, { at });
  await queue(page).waitFor();
  return page;
};

describe('the technical queue', () => {
  it('tells of each review why it stands there, how long it has run and who holds it', async () => {
    const page = await openQueue(cast.reviewerTheo);
    const held = queue(page).getByRole('row').filter({ hasText: 'Ada Reyes' });
    await held.getByText(/By the day of resolution/).waitFor();
    await held.getByText('Day 0 of 90').waitFor();
    await held.getByText('90 days left', { exact: true }).waitFor();
    expect(await held.getByRole('button', { name: /^Claim/ }).count()).toBe(0);
    await axe(page);
    await reflows(page);
    await targetSizes(page);
    await focusIsVisible(page);
    await shoot(page, 'technical-queue');
  }, 60_000);

  it('keeps part, search, order and columns in the address', async () => {
    const page = await openQueue(cast.reviewerAda);
    await page.getByRole('link', { name: /^Mine/ }).click();
    await page.waitForURL(/holder=mine/);
    await page.waitForFunction(() => document.querySelectorAll('tr[data-index]').length === 1);
    await queue(page).getByRole('row').filter({ hasText: 'You' }).waitFor();

    await page.getByRole('link', { name: /^All/ }).click();
    await page.getByRole('button', { name: 'Number', exact: true }).click();
    await page.waitForURL(/sort=number/);
    await page.getByRole('columnheader', { name: 'Number' }).waitFor();
    const sorted = (order: string) => page.locator(`[aria-sort="${order}"]`, { hasText: 'Number' }).waitFor();
    await sorted('ascending');
    await page.getByRole('button', { name: 'Number', exact: true }).click();
    await page.waitForURL(/sort=-number/);
    await sorted('descending');
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
    const numbers = await queue(page).getByRole('rowheader').allTextContents();
    expect(numbers).toEqual([...numbers].sort().reverse());

    await page.locator('summary', { hasText: 'Columns' }).click();
    await page.getByText('Findings', { exact: true }).click();
    await page.getByRole('columnheader', { name: 'Findings' }).waitFor();
    await axe(page);
    await page.reload();
    await page.getByRole('columnheader', { name: 'Findings' }).waitFor();
    await sorted('descending');

    await page.getByRole('textbox', { name: 'Number, company or model' }).fill('nobody applied for this');
    await page.keyboard.press('Enter');
    await page.getByText('Nothing fits these filters').waitFor();
    await axe(page);
    await page.getByRole('button', { name: /Remove filter/ }).click();
    await queue(page).waitFor();
    await page.goBack();
    await page.getByText('Nothing fits these filters').waitFor();
  }, 60_000);

  it.each(['<script>alert(1)</script>', '=1+1', '\u202ecases\u202c', 'Z\u200b00', '%00', '"', 'x'.repeat(200)])(
    'takes %j as words to look for',
    async (words) => {
      const page = await openQueue(cast.reviewerAda);
      await page.getByRole('textbox', { name: 'Number, company or model' }).fill(words);
      await page.keyboard.press('Enter');
      await page.getByText('Nothing fits these filters').waitFor();
    },
    30_000,
  );

  it('shows the queue where the address asks for what there is not', async () => {
    const page = await openQueue(cast.reviewerAda, '/queues/technical?sort=colour&holder=everybody&columns=nothing');
    expect(await queue(page).getByRole('columnheader').count()).toBe(1);
    expect(await queue(page).getByRole('row').count()).toBeGreaterThan(real.length);
  }, 30_000);

  it('has a case usable soon after it was clicked', async () => {
    const page = await openQueue(cast.reviewerAda);
    const took: number[] = [];
    for (const caseId of real) {
      took.push(
        await page.evaluate(
          (path) =>
            new Promise<number>((resolve) => {
              const link = document.querySelector<HTMLAnchorElement>(`a[href="${path}"]`);
              const from = performance.now();
              const look = () => {
                const isThere = document.querySelector('#computation') && document.querySelector('#item');
                if (isThere) requestAnimationFrame(() => resolve(performance.now() - from));
                else requestAnimationFrame(look);
              };
              link?.click();
              look();
            }),
          `/reviews/technical/${caseId}`,
        ),
      );
      await page.goBack();
      await queue(page).waitFor();
    }
    took.sort((one, other) => one - other);
    const part = (share: number) => Math.round(took[Math.min(took.length - 1, Math.floor(share * took.length))] ?? 0);
    await tell('case usable after a click, milliseconds', { p50: part(0.5), p95: part(0.95), cases: took.length });
    expect(took).toHaveLength(real.length);
  }, 60_000);
});

/** So many reviews, past the platform: what a queue of years looks like. */
const fillQueue = () =>
  stage.platform.database.query(
    `insert into views.technical_queue
       (key, case_id, stage, number, applicant_name, models, item_count, lines_found, resolve_by, opened_at, version)
     select id, id, 'open', 'Y' || lpad(n::text, 6, '0'), 'Company ' || n % 97, 'Chip ' || n % 31, 1 + n % 3, '[]',
            to_char(now() + (n % 90) * interval '1 day', 'YYYY-MM-DD'), to_char(now(), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 1
     from (select n, gen_random_uuid()::text as id from generate_series(1, $1) as n) as made`,
    [many],
  );

describe('a queue of ten thousand', () => {
  it('scrolls and filters without long frames, and knows how long it is', async () => {
    await fillQueue();
    const page = await openQueue(cast.reviewerAda);
    const rows = await queue(page).getAttribute('aria-rowcount');
    expect(Number(rows)).toBeGreaterThan(many);
    const within = ({ longestMs }: Scrolling) => expect(longestMs).toBeLessThan(generous);
    within(await measureScrolling(page, 'a queue of 10,000 cases', { pixels: 24_000 }));
    expect(await page.locator('tr[data-index]').count()).toBeLessThan(120);

    within(
      await measureFrames(page, 'going to the end of what was read, ten times', async () => {
        for (let turn = 0; turn < 10; turn++) {
          await page.keyboard.press('End');
          await page.waitForTimeout(150);
        }
      }),
    );
    const seen = await page.locator('tr[data-index]').last().getAttribute('aria-rowindex');
    expect(Number(seen)).toBeGreaterThan(1_000);

    await page.evaluate(() => window.scrollTo(0, 0));
    within(
      await measureFrames(page, 'filtering 10,000 cases', async () => {
        for (const words of ['company 1', 'chip 7', 'company 42']) {
          await page.getByRole('textbox', { name: 'Number, company or model' }).fill(words);
          await page.keyboard.press('Enter');
          await page
            .getByRole('cell', { name: new RegExp(`^${words}`, 'i') })
            .first()
            .waitFor();
        }
      }),
    );
  }, 120_000);

  it('keeps what has the focus in sight below its sticky head, with j, k and Tab', async () => {
    const page = await openQueue(cast.reviewerAda, '/queues/technical?q=company%204');
    const inSight = () =>
      page.evaluate(() => {
        const focused = document.activeElement;
        if (!focused) return false;
        const { left, top, width, height } = focused.getBoundingClientRect();
        const hit = document.elementFromPoint(left + width / 2, top + height / 2);
        return hit !== null && (focused.contains(hit) || hit.contains(focused)) && focused.closest('tr') !== null;
      });
    const rowNow = () => page.evaluate(() => Number(document.activeElement?.closest('tr')?.dataset['index'] ?? -1));
    const press = async (key: string, expected: number) => {
      await page.keyboard.press(key);
      await page.waitForFunction(
        (row) => Number(document.activeElement?.closest('tr')?.dataset['index'] ?? -1) === row,
        expected,
      );
      expect([key, expected, await inSight()]).toEqual([key, expected, true]);
    };
    for (let row = 0; row < 40; row++) await press('j', row);
    for (let row = 38; row > 5; row--) await press('k', row);
    for (let stop = 0; stop < 24; stop++) {
      await page.keyboard.press('Shift+Tab');
      if ((await rowNow()) >= 0) expect([stop, await inSight()]).toEqual([stop, true]);
    }
    await focusNotObscured(await openQueue(cast.reviewerAda, '/queues/technical?q=company%2042'));
  }, 120_000);

  it('is a list of cards on a small screen, with the same keys', async () => {
    const page = await openQueue(cast.reviewerAda, '/queues/technical?q=company%205');
    await atSize(page, narrow, async () => {
      await axe(page);
      await targetSizes(page);
      await page.keyboard.press('j');
      await page.waitForFunction(() => document.activeElement?.closest('tr')?.dataset['index'] === '0');
      await page.keyboard.press('j');
      await page.waitForFunction(() => document.activeElement?.closest('tr')?.dataset['index'] === '1');
    });
    await reflows(page);
  }, 60_000);
});
