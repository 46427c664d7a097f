import type { Page } from 'playwright-core';
import { checked } from './checked.js';

/** What live regions have said since the page was loaded, in order: what a screen reader would have read out. */
export const announcements = (page: Page): Promise<readonly string[]> => page.evaluate(() => [...window.heard]);

/** Waits until something like this has been said. */
export const announced = async (page: Page, words: RegExp): Promise<void> => {
  const said = () => announcements(page);
  await page
    .waitForFunction(
      ({ source, flags }) => window.heard.some((each) => new RegExp(source, flags).test(each)),
      { source: words.source, flags: words.flags },
      { timeout: 5_000 },
    )
    .catch(async () => {
      throw new Error(`Nobody said ${String(words)}. Said was: ${JSON.stringify(await said(), null, 2)}`);
    });
  await checked(page, 'announced');
};
