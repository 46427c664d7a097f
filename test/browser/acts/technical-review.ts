import type { Page } from 'playwright-core';
import { follow, goTo, press } from './play.js';

interface Expected {
  /** What the screen says the line comes to. */
  readonly paragraph: string;
  readonly tpp: string;
}

/** A technical reviewer claims a case from the queue, records what is computed of its one line, and completes. */
export const reviewTechnically = async (page: Page, number: string, { paragraph, tpp }: Expected): Promise<void> => {
  await goTo(page, 'Technical queue');
  await press(page, `Claim ${number}`);
  await page.getByRole('row', { name: number }).getByText('You', { exact: true }).waitFor();
  await follow(page, number);
  await page.getByRole('heading', { name: `Technical review of ${number}` }).waitFor();
  await page.getByText('Claimed by you').waitFor();
  await page.getByText(`Computed: ${paragraph}`).waitFor();
  await page.getByText(tpp, { exact: true }).first().waitFor();
  await press(page, 'Record finding');
  await page.getByText('The finding for line 1 is recorded.').waitFor();
  await press(page, 'Complete the review');
  await press(page, 'Complete now');
  await page.getByText(/^Completed by/).waitFor();
  await follow(page, 'Back to the queue');
  await page.getByRole('heading', { name: 'Technical queue' }).waitFor();
};
