import { describe, expect, it, jest } from '@jest/globals';
import { cast } from '@exeat/demo';
import type { Page } from 'playwright-core';
import { announced } from './announcements.js';
import { axe } from './axe.js';
import { reflows, targetSizes } from './layout.js';
import { nasty, nothingRan, problemAt } from './nasty-input.js';
import { shoot } from './screens.js';
import { browserStage } from './stage.js';

jest.setTimeout(60_000);
const stage = browserStage({ demo: true });

const licenceOf = async (persona: string, at = '') => {
  const { body } = await (
    await stage.platform.as(persona)
  ).get<{ items: readonly { licenceNumber: string; version: number }[] }>('/licences');
  const [licence] = body.items;
  if (!licence) throw new Error(`${persona} holds no licence.`);
  const page = await stage.signIn(persona, { at: `/licences/${licence.licenceNumber}${at}` });
  return { page, ...licence };
};
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const fill = async (page: Page, values: Readonly<Record<string, string>>) => {
  for (const [label, value] of Object.entries(values)) await page.getByLabel(label).fill(value);
};

describe('recording a shipment', () => {
  it('takes units and value off the balance, which is seen at once', async () => {
    const { page } = await licenceOf(cast.northgateCompliance);
    await page.getByRole('link', { name: 'Record a shipment' }).click();
    await page.getByText('150 of 1,000 left.').waitFor();
    await axe(page);
    await reflows(page);
    await targetSizes(page);
    await shoot(page, 'shipment');
    await fill(page, { 'Your reference': 'NG-SHIP-0100', Units: '50' });
    await press(page, 'Record a shipment');
    await announced(page, /The shipment is recorded/);
    await page.getByText('900 shipped · 100 left').waitFor();
    await page.getByRole('region', { name: 'Shipments' }).getByText('NG-SHIP-0100').waitFor();
    await page.getByText('delivery report for NG-SHIP-0100').first().waitFor();
  });

  it('is refused at the field where it would overdraw the line, and can be mended there', async () => {
    const { page } = await licenceOf(cast.northgateCompliance, '/shipments/new');
    stage.expectTrouble(/^console: .*status of (409|422)/);
    await fill(page, { 'Your reference': 'NG-SHIP-0101', Units: '5000' });
    await press(page, 'Record a shipment');
    expect(await problemAt(page, 'Units')).toMatch(/units left; 5,000 cannot ship/);
    await axe(page);
    await page.getByRole('alert').getByRole('link', { name: /Units/ }).click();
    expect(await page.getByLabel('Units').evaluate((field) => field === document.activeElement)).toBe(true);
    await page.getByLabel('Units').fill('1');
    await press(page, 'Record a shipment');
    await announced(page, /The shipment is recorded/);
  });

  it('says at each field what is wrong with it, and runs nothing', async () => {
    const { page } = await licenceOf(cast.northgateCompliance, '/shipments/new');
    await page.getByLabel('Units').waitFor();
    await press(page, 'Record a shipment');
    await problemAt(page, 'Your reference');
    await problemAt(page, 'Units');
    for (const reference of [nasty.bidi, nasty.zeroWidth, 'x'.repeat(201)]) {
      await page.getByLabel('Your reference').fill(reference);
      await press(page, 'Record a shipment');
      await problemAt(page, 'Your reference');
    }
    for (const units of ['0', '-1', '1.5', '1e3', nasty.formula, nasty.script, '1000000000000000']) {
      await page.getByLabel('Units').fill(units);
      await press(page, 'Record a shipment');
      await problemAt(page, 'Units');
    }
    await fill(page, { Units: '1', 'Value in USD': nasty.script });
    await press(page, 'Record a shipment');
    await problemAt(page, 'Value in USD');
    await nothingRan(page);
  });

  it('is refused at the day where it lies before the licence', async () => {
    const { page } = await licenceOf(cast.northgateCompliance, '/shipments/new');
    stage.expectTrouble(/^console: .*status of (409|422)/);
    await fill(page, { 'Your reference': 'NG-SHIP-0102', Units: '1', 'Day it left': '2020-01-01' });
    await press(page, 'Record a shipment');
    expect(await problemAt(page, 'Day it left')).toContain('is outside');
  });

  it('that lost a race shows what came first, and is applied as well when asked', async () => {
    const { page, licenceNumber } = await licenceOf(cast.northgateCompliance, '/shipments/new');
    await fill(page, { 'Your reference': 'NG-SHIP-0103', Units: '1' });
    stage.expectTrouble(/^console: .*status of 412/);
    // As if what is on the screen were of the first version.
    let isFirst = true;
    await page.route('**/shipments', (route) => {
      const headers = route.request().headers();
      if (isFirst) headers['if-match'] = '"1"';
      isFirst = false;
      return route.continue({ headers });
    });
    await press(page, 'Record a shipment');
    await page.getByText('Somebody was faster').waitFor();
    await press(page, 'Apply mine as well');
    await announced(page, /The shipment is recorded/);
    await page.getByRole('heading', { name: `Licence ${licenceNumber}` }).waitFor();
  });

  it('asks for a laboratory certificate where a condition does, which can be filed first', async () => {
    const { page, licenceNumber } = await licenceOf(cast.blueHarborCompliance, '/shipments/new');
    stage.expectTrouble(/^console: .*status of (409|422)/);
    await page.getByText('Certificates cover 0.').waitFor();
    await fill(page, { 'Your reference': 'BH-SHIP-0001', Units: '10' });
    await press(page, 'Record a shipment');
    expect(await problemAt(page, 'Units')).toMatch(/file a certificate first/);
    await page.goto(`${stage.platform.url}/licences/${licenceNumber}/certificates/new`);
    await page.getByLabel('Laboratory').waitFor();
    await axe(page);
    await reflows(page);
    await targetSizes(page);
    await press(page, 'File a certificate');
    for (const field of ['Laboratory', 'Number of the certificate', 'Units it covers']) await problemAt(page, field);
    await fill(page, { Laboratory: nasty.bidi, 'Number of the certificate': 'LC-1', 'Units it covers': '10' });
    await press(page, 'File a certificate');
    await problemAt(page, 'Laboratory');
    await page.getByLabel('Laboratory').fill('Meridian Test Laboratory, Inc.');
    await press(page, 'File a certificate');
    await announced(page, /The certificate is on file/);
    await page.getByText('certificates cover 10 more units').waitFor();
    await page.getByRole('link', { name: 'Record a shipment' }).click();
    // What was typed before is still there.
    expect(await page.getByLabel('Your reference').inputValue()).toBe('BH-SHIP-0001');
    await press(page, 'Record a shipment');
    await announced(page, /The shipment is recorded/);
  });
});
