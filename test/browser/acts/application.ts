import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DemoCase } from '@exeat/demo';
import { countryName, type Certification, type Content, type Item, type Party } from '@exeat/kernel';
import type { Page } from 'playwright-core';
import { chooseCountry, save, typeRate } from '../an-application.js';
import { choose, follow, goTo, press } from './play.js';

// An exporter at the screens of an application, from its start to its declaration.

/** Fills in a whole application, section by section, and leaves it at the list of its tasks. */
export const fillIn = async (page: Page, { reference, content, documents = [] }: DemoCase): Promise<void> => {
  await goTo(page, 'My cases');
  await follow(page, 'Start an application');
  await page.getByLabel('Your reference').fill(reference);
  await page.keyboard.press('Enter');
  await atTasks(page, reference);
  await fillInExportCountry(page, content.exportFrom);
  await fillInParties(page, content.parties);
  await fillInItems(page, content.items);
  await fillInEndUse(page, content.endUse);
  await fillInCertifications(page, content.certifications);
  if (documents.length > 0) await attach(page, documents);
  await page.getByText('4 of 4 required sections are complete.').waitFor();
};

const atTasks = (page: Page, reference: string) =>
  page.getByRole('heading', { level: 1, name: reference, exact: true }).waitFor();

const fillInExportCountry = async (page: Page, country: string): Promise<void> => {
  await follow(page, 'Export country');
  await chooseCountry(page, 'Which country do the items leave from?', countryName(country), countryName(country));
  await save(page);
};

const roles: Readonly<Record<Party['role'], string>> = {
  purchaser: 'Purchaser',
  'intermediate-consignee': 'Intermediate consignee',
  'ultimate-consignee': 'Ultimate consignee',
  'end-user': 'End user',
};

const fillInParties = async (page: Page, parties: readonly Party[]): Promise<void> => {
  await follow(page, 'Parties');
  for (const [index, { role, name, address, country, headquarters }] of parties.entries()) {
    await follow(page, index === 0 ? 'Add the first party' : 'Add another party');
    await page.getByLabel('Role').selectOption({ label: roles[role] });
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.getByLabel('Address', { exact: true }).fill(address);
    await chooseCountry(page, 'Country of the address', countryName(country), countryName(country));
    await chooseCountry(page, 'Country of headquarters', countryName(headquarters), countryName(headquarters));
    await save(page);
    await page.getByRole('heading', { name: `${index + 1}. ${roles[role]}` }).waitFor();
  }
  await follow(page, 'Back to the task list');
};

/** Names the company at the top of the ownership of each party, and comes back to the list of tasks. */
export const nameTheUltimateParent = async (page: Page, parent: { name: string; headquarters: string }) => {
  await follow(page, 'Parties');
  const changes = page.getByRole('link', { name: /^Change / });
  await changes.first().waitFor();
  const count = await changes.count();
  for (let party = 0; party < count; party++) {
    await changes.nth(party).click();
    await page.getByLabel('Name of the ultimate parent').fill(parent.name);
    const country = countryName(parent.headquarters);
    await chooseCountry(page, 'Headquarters of the ultimate parent', country, country);
    await save(page);
    await page.getByText(parent.name).nth(party).waitFor();
  }
  await follow(page, 'Back to the task list');
};

const answers = { yes: 'Yes', no: 'No', unknown: 'Not known' } as const;

const fillInItems = async (page: Page, items: readonly Item[]): Promise<void> => {
  await follow(page, 'Items');
  for (const [index, item] of items.entries()) {
    await follow(page, index === 0 ? 'Add the first item' : 'Add another item');
    await typeItem(page, item);
    await save(page);
    await page.getByRole('heading', { name: `Line ${item.line}: ${item.model}` }).waitFor();
  }
  await follow(page, 'Back to the task list');
};

const typeItem = async (page: Page, item: Item): Promise<void> => {
  const { model, manufacturer, description, quantity, unitPrice, specification } = item;
  if (specification.kind !== 'integrated-circuit') throw new Error('The demo exports integrated circuits.');
  const { rates, dies, dramBandwidthGBs, designedOrMarketedForDatacentre } = specification;
  await page.getByLabel('Model').fill(model);
  await page.getByLabel('Manufacturer', { exact: true }).fill(manufacturer);
  await page.getByLabel('Description').fill(description);
  await page.getByLabel('Quantity').fill(quantity);
  await page.getByLabel('Unit price').fill(unitPrice.amount);
  for (const [index, { format, bits, denseTops }] of rates.entries()) {
    if (index > 0) await press(page, 'Add a format');
    await typeRate(page, index + 1, format, String(bits), denseTops);
  }
  if (dies?.[0]) await page.getByLabel('Area of die 1').fill(dies[0].areaMm2);
  else await page.getByText('The manufacturer does not disclose the die areas').click();
  await choose(page, 'Designed or marketed for data centres?', answers[designedOrMarketedForDatacentre]);
  if (dramBandwidthGBs !== undefined) await page.getByLabel('DRAM bandwidth').fill(dramBandwidthGBs);
};

const fillInEndUse = async (page: Page, endUse: string): Promise<void> => {
  await follow(page, 'End use');
  await page.getByLabel('What will the items do, for whom and where?').fill(endUse);
  await save(page);
};

const certifications: Readonly<Record<Certification, string>> = {
  'commercially-available-in-us': 'Commercially available in the United States',
  'sufficient-us-supply': 'Sufficient supply in the United States',
  'no-foundry-diversion': 'No foundry capacity diverted',
  'aggregate-tpp-share': 'Share of aggregate TPP',
  'know-your-customer': 'Know your customer',
  'recipient-security-procedures': 'Security procedures of the recipient',
  'no-military-end-use': 'No military end use',
  'remote-users-disclosed': 'Remote users disclosed',
  'independent-laboratory-test': 'Test by an independent laboratory',
};

const fillInCertifications = async (page: Page, given: Content['certifications']): Promise<void> => {
  await follow(page, 'Certifications');
  for (const [name, certified] of Object.entries(given))
    await choose(page, certifications[name as Certification], certified ? 'Yes' : 'No');
  await save(page);
};

/** Chooses files as one does from a folder of one's own. */
const attach = async (page: Page, documents: NonNullable<DemoCase['documents']>): Promise<void> => {
  await follow(page, 'Documents');
  const folder = await mkdtemp(join(tmpdir(), 'exeat-documents-'));
  try {
    for (const { name, content } of documents) await writeFile(join(folder, name), content);
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, 'Choose files')]);
    await chooser.setFiles(documents.map(({ name }) => join(folder, name)));
    for (const { name } of documents) await page.getByText(`${name} is attached`).waitFor();
  } finally {
    await rm(folder, { recursive: true });
  }
  await follow(page, 'Back to the task list');
};

/** Reads the answers once more, signs the declaration and submits. Gives the number that the application gets. */
export const submit = async (page: Page): Promise<string> => {
  await follow(page, 'Check your answers');
  await follow(page, 'Go on to declare and submit');
  await page.getByLabel('Signatory').fill('Juniper Vale');
  await page.getByLabel('Capacity').fill('Empowered official');
  await press(page, 'Declare and submit');
  await page.getByRole('heading', { name: 'Application submitted' }).waitFor();
  const said = await page.getByText(/Its number is Z\d+/).innerText();
  return /Z\d+/.exec(said)?.[0] ?? '';
};
