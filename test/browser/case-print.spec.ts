import { describe, expect, it, jest } from '@jest/globals';
import { cast } from '@exeat/demo';
import type { Page } from 'playwright-core';
import { caseOf } from './a-note.js';
import { browserStage } from './stage.js';

jest.setTimeout(60_000);
const stage = browserStage({ demo: true });

/** What stands on paper: the words of the page in the medium of print, and the number of sheets. */
const printed = async (page: Page) => {
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  await page.emulateMedia({ media: 'print' });
  const words = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
  const pressed = await page.locator('button:visible, input:visible, textarea:visible, select:visible').count();
  return { words, pressed, isPdf: pdf.startsWith('%PDF'), sheets: pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0 };
};

describe('a case on paper', () => {
  it('has every part whatever tab it is printed from, its number, and when it was printed', async () => {
    const caseId = await caseOf(stage, cast.auditor, 'BH-2026-H200');
    const page = await stage.signIn(cast.officerLena, { at: `/cases/${caseId}?tab=parties` });
    await page.getByRole('region', { name: 'Parties and end use' }).waitFor();
    const told = await (
      await stage.platform.as(cast.officerLena)
    ).get<{ items: { sentence: string }[] }>(`/cases/${caseId}/timeline?limit=100`);
    const { words, pressed, isPdf, sheets } = await printed(page);
    expect(words).toMatch(/Z\d{6}, printed .*\d{4} at/);
    for (const part of [
      'Where it stands',
      'Decision',
      'Why a licence is needed',
      'Line 1: H200 SXM 141GB',
      'Parties and end use',
      'Statement of the end user.txt',
      'Stages',
      'Notes',
      'History',
    ])
      expect(words).toContain(part);
    for (const { sentence } of told.body.items) expect(words).toContain(sentence.replace(/\s+/g, ' '));
    expect(pressed).toBe(0);
    expect(isPdf).toBe(true);
    expect(sheets).toBeGreaterThan(2);
  });
});

describe('a licence on paper', () => {
  it('has its number, holder, balances, conditions and what is owed', async () => {
    const page = await stage.signIn(cast.northgateCompliance, { at: '/licences' });
    await page.getByRole('rowheader').getByRole('link').first().click();
    await page.getByRole('region', { name: 'Shipments' }).waitFor();
    await page.getByText('Payment of the revenue share for 2026-Q2', { exact: false }).first().waitFor();
    const { words, pressed, isPdf, sheets } = await printed(page);
    expect(words).toMatch(/D\d{7}, printed/);
    for (const each of ['Northgate Compute Exports, Inc.', 'H20 SXM 96GB', '150', 'revenue share', 'NG-SHIP-0002'])
      expect(words).toContain(each);
    expect(words).toContain('The licensee shall report each delivery within 30 days');
    expect(pressed).toBe(0);
    expect(isPdf).toBe(true);
    expect(sheets).toBeGreaterThan(0);
  });
});
