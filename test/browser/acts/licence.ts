import type { Page } from 'playwright-core';
import { follow, goTo, press } from './play.js';

// The holder of a licence at its screens.

/** Opens a licence from the exporter's own cases. Gives its number. */
export const openLicence = async (page: Page): Promise<string> => {
  await goTo(page, 'My cases');
  await page.getByRole('link', { name: /^Licence D\d+$/ }).click();
  const title = page.getByRole('heading', { level: 1, name: /^Licence D\d+$/ });
  return (await title.innerText()).replace('Licence ', '');
};

interface Shipment {
  readonly reference: string;
  readonly on: string;
  readonly units: string;
}

/** Fills in a shipment of the one line and sends it. What comes of it is to be looked at. */
export const ship = async (page: Page, { reference, on, units }: Shipment): Promise<void> => {
  await follow(page, 'Record a shipment');
  await page.getByLabel('Your reference').fill(reference);
  await page.getByLabel('Day it left').fill(on);
  await page.getByLabel('Units', { exact: true }).fill(units);
  await press(page, 'Record a shipment');
};

/** Until what is left of the licence is on its page. */
export const left = async (page: Page, words: string): Promise<void> => {
  await page.getByText('The shipment is recorded.').waitFor();
  await page.getByText(words).first().waitFor();
};

/** Fulfils what is owed, by naming where the evidence is. */
export const fulfil = async (page: Page, owed: string, reference: string): Promise<void> => {
  await page
    .getByRole('link', { name: /^Fulfil/ })
    .filter({ hasText: owed })
    .click();
  await page.getByLabel('Reference of the evidence').fill(reference);
  await press(page, 'Fulfil an obligation');
  await page.getByText('The obligation is fulfilled.').waitFor();
};
