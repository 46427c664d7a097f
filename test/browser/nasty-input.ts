import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';

/** Input that has done harm elsewhere. None is ever run; what a field may not hold is told at the field. */
export const nasty = {
  script: `<script>window.hurt = true</script><img src=x onerror="window.hurt = true">`,
  formula: '=1+1',
  bidi: 'over\u202eturned',
  zeroWidth: 'zero\u200bwidth',
  oversized: 'x'.repeat(4001),
} as const;

/** Fails where something that was typed has run. */
export const nothingRan = async (page: Page): Promise<void> =>
  expect(await page.evaluate(() => 'hurt' in window)).toBe(false);

/** The problem that stands at a field, found by its label, once it is there; the summary of problems has the focus. */
export const problemAt = async (page: Page, label: string | RegExp): Promise<string> => {
  await page.getByRole('alert').getByRole('heading', { name: 'There is a problem' }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.classList.contains('error-summary'))).toBe(true);
  const field = page.getByLabel(label);
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  const ids = (await field.getAttribute('aria-describedby'))?.split(' ') ?? [];
  const error = ids.find((id) => id.endsWith('-error'));
  if (error === undefined) throw new Error(`No problem stands at ${String(label)}.`);
  return page.locator(`[id="${error}"]`).innerText();
};
