import type { Page } from 'playwright-core';
import { follow } from './play.js';

/** An auditor searches for a case by its number, and reads what happened in it, sentence by sentence. */
export const readHistory = async (page: Page, number: string): Promise<readonly string[]> => {
  await follow(page, 'Audit trail');
  // The trail has found its place in the log, and the page stands still.
  await page.waitForURL(/upTo=/);
  await page.getByRole('columnheader', { name: 'What happened' }).waitFor();
  await page.getByLabel('Search for anything').fill(number);
  await page.keyboard.press('Enter');
  await page
    .getByRole('region', { name: /^Cases?$/ })
    .getByRole('link', { name: number, exact: true })
    .click();
  await page.getByRole('heading', { name: `History of ${number}` }).waitFor();
  await follow(page, 'Sentences');
  const sentences = page.getByRole('list', { name: 'Sentences' }).locator('.timeline__title');
  await sentences.first().waitFor();
  return sentences.allInnerTexts();
};
