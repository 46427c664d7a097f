import { cast, demoCases, type DemoCase } from '@exeat/demo';
import type { Draft } from '@exeat/kernel';
import type { Page } from 'playwright-core';
import type { Accepted, RunningPlatform } from '../journeys/platform.js';

// What an exporter's hands do in more than one journey, and what is prepared past the page.

const [h20] = demoCases as readonly [DemoCase];

/** A complete application: the H20 of the demo. */
export const { content } = h20;

/** A draft with these sections, made past the page. */
export const draftOf = async (
  platform: RunningPlatform,
  reference: string,
  sections: Draft = {},
  by: string = cast.northgateCompliance,
): Promise<string> => {
  const exporter = await platform.as(by);
  const { body } = await exporter.ask<Accepted>('/applications', { reference });
  if (Object.keys(sections).length > 0)
    await exporter.ask(`/applications/${body.caseId}/draft`, { sections }, { method: 'PATCH' });
  return body.caseId;
};

/** Chooses a country by typing so much of its name that no other fits, by keys alone. */
export const chooseCountry = async (page: Page, label: string, typed: string, name: string): Promise<void> => {
  const field = page.getByRole('combobox', { name: label, exact: true });
  await field.click();
  await page.keyboard.type(typed);
  await page.getByRole('option', { name }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForFunction(([control, chosen]) => (control as HTMLInputElement | null)?.value.includes(chosen), [
    await field.elementHandle(),
    name,
  ] as const);
};

export const save = (page: Page): Promise<void> => page.getByRole('button', { name: 'Save and continue' }).click();

interface PartyTyped {
  readonly role: string;
  readonly name: string;
  readonly address: string;
  readonly country: string;
}

/** Fills in the page of a party, headquartered where its address is. */
export const typeParty = async (page: Page, { role, name, address, country }: PartyTyped): Promise<void> => {
  await page.getByLabel('Role').selectOption({ label: role });
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Address', { exact: true }).fill(address);
  await chooseCountry(page, 'Country of the address', country, country);
  await chooseCountry(page, 'Country of headquarters', country, country);
};

/** Fills in the page of an item: an H20. */
export const typeItem = async (page: Page): Promise<void> => {
  await page.getByLabel('Model').fill('H20 SXM 96GB');
  await page.getByLabel('Manufacturer', { exact: true }).fill('NVIDIA');
  await page.getByLabel('Description').fill('Accelerator for inference, 8 to a server board');
  await page.getByLabel('Quantity').fill('2000');
  await page.getByLabel('Unit price').fill('12500');
  await typeRate(page, 1, 'fp8', '8', '296');
  await page.getByRole('button', { name: 'Add a format' }).click();
  await typeRate(page, 2, 'fp16', '16', '148');
  await page.getByLabel('Area of die 1').fill('814');
  await page
    .getByRole('group', { name: 'Designed or marketed for data centres?' })
    .getByText('Yes', { exact: true })
    .click();
  await page.getByLabel('DRAM bandwidth').fill('4000');
};

export const typeRate = async (page: Page, row: number, format: string, bits: string, tops: string): Promise<void> => {
  await page.getByLabel(`Format ${row}`).fill(format);
  await page.getByLabel(`Bits ${row}`).fill(bits);
  await page.getByLabel(`Dense TOPS ${row}`).fill(tops);
};
