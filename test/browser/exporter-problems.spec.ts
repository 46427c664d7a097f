import { describe, expect, it, jest } from '@jest/globals';
import { cast } from '@exeat/demo';
import type { Page } from 'playwright-core';
import { content, chooseCountry, draftOf, save, typeRate } from './an-application.js';
import { browserStage } from './stage.js';

const stage = browserStage();
jest.setTimeout(60_000);

const [party] = content.parties;
const [item] = content.items;
const summary = (page: Page) => page.getByRole('alert').filter({ hasText: /There is a problem|not complete/ });

/** A draft with something wrong in every section, past the page. */
const wrongDraft = () =>
  draftOf(stage.platform, 'NG-WRONG', {
    parties: [
      { ...party!, role: 'purchaser' },
      { ...party!, role: 'ultimate-consignee', address: 'P.O. Box 12, Hangzhou' },
      { ...party!, role: 'ultimate-consignee' },
    ],
    items: [item!, { ...item!, line: 2, unitPrice: { amount: '0', currency: 'EUR' } }],
    endUse: 'Various commercial purposes',
  });

describe('an application that is not complete', () => {
  it('is told every problem at once when it is submitted, each leading to its field and back', async () => {
    const caseId = await wrongDraft();
    const nora = await stage.signIn(cast.northgateCompliance, { at: `/applications/${caseId}/answers` });
    await nora.getByRole('link', { name: 'Go on to declare and submit' }).click();
    await nora.getByLabel('Signatory').fill('Juniper Vale');
    await nora.getByLabel('Capacity').fill('Empowered official');
    stage.expectTrouble(/^console: .*status of 422/);
    await nora.getByRole('button', { name: 'Declare and submit' }).click();
    await summary(nora).waitFor();
    expect(await summary(nora).getByRole('link').allInnerTexts()).toEqual([
      expect.stringMatching(/^Export country: Say which country/),
      expect.stringMatching(/^Parties: Name at least one end-user/),
      expect.stringMatching(/^Parties: There is exactly one ultimate consignee/),
      expect.stringMatching(/^Parties: Give the street address/),
      expect.stringMatching(/^Items: All prices are in one currency/),
      expect.stringMatching(/^Items: Give the price of line 2/),
      expect.stringMatching(/^End use: Describe the specific end use/),
    ]);
    expect(await nora.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');

    await nora.getByRole('link', { name: /Give the street address/ }).click();
    await nora.getByRole('heading', { name: 'Party 2' }).waitFor();
    await nora.getByRole('link', { name: /^Address: Give the street address/ }).click();
    const address = nora.getByLabel('Address', { exact: true });
    expect(await address.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await address.getAttribute('aria-invalid')).toBe('true');
    await address.fill('88 Imaginary Road, Hangzhou');
    await save(nora);
    await nora.getByRole('heading', { name: 'Declare and submit' }).waitFor();
    expect(await nora.getByLabel('Signatory').inputValue()).toBe('Juniper Vale');
  });

  it('shows what is missing on its task list, and at the rows of its lists', async () => {
    const caseId = await wrongDraft();
    const nora = await stage.signIn(cast.northgateCompliance, { at: `/applications/${caseId}` });
    const row = (name: string) => nora.getByRole('listitem').filter({ has: nora.getByRole('link', { name }) });
    await row('Parties').getByText('Give the street address of the ultimate consignee').waitFor();
    await row('Parties').getByText('In progress').waitFor();
    await row('Export country').getByText('Not started').waitFor();
    await nora.getByText('7 things are still missing or wrong').waitFor();
    expect(await nora.getByRole('link', { name: 'Declare and submit' }).count()).toBe(0);
    await nora.getByRole('link', { name: 'Items' }).click();
    const second = nora.getByRole('region', { name: 'Line 2' });
    await second.getByText('Give the price of line 2').waitFor();
    await second.getByRole('link', { name: /^Change/ }).click();
    await summary(nora)
      .getByRole('link', { name: /^Unit price: Give the price/ })
      .waitFor();
    await summary(nora)
      .getByRole('link', { name: /^Currency: All prices are in one currency/ })
      .waitFor();
  });
});

/** What people and machines put into fields that should not be in them. */
const hostile = {
  script: '<script>window.pwned = 1</script><img src=x onerror="window.pwned=1">',
  formula: '=1+1',
  bidi: 'Paper \u202Enretnal Cloud',
  zeroWidth: 'Paper\u200BLantern',
};

describe('bad input', () => {
  const harmless = async (page: Page) =>
    expect(await page.evaluate(() => (window as { pwned?: number }).pwned)).toBeUndefined();

  it('in a reference: empty, too long, invisible signs; a script and a formula are text', async () => {
    const nora = await stage.signIn(cast.northgateCompliance, { at: '/applications/new' });
    const field = nora.getByLabel('Your reference');
    const start = nora.getByRole('button', { name: 'Start', exact: true });
    await start.click();
    await summary(nora).getByText('Your reference: Is missing.').waitFor();
    for (const [typed, told] of [
      ['x'.repeat(81), 'Takes at most 80 characters.'],
      [hostile.bidi, 'No control or invisible characters.'],
      [hostile.zeroWidth, 'No control or invisible characters.'],
      [' blank ', 'No blanks at either end.'],
    ] as const) {
      await field.fill(typed);
      await start.click();
      await summary(nora).getByText(`Your reference: ${told}`).waitFor();
    }
    await field.fill(hostile.script);
    await start.click();
    await nora.getByRole('heading', { name: hostile.script }).waitFor();
    await nora.goto(`${stage.platform.url}/my-cases`);
    await nora.getByRole('link', { name: hostile.script }).waitFor();
    await harmless(nora);
  });

  it('of a party stands at its fields, and what is text is kept as text', async () => {
    const caseId = await draftOf(stage.platform, 'NG-BAD-PARTY');
    const nora = await stage.signIn(cast.northgateCompliance, { at: `/applications/${caseId}/parties/new` });
    await save(nora);
    expect(await summary(nora).getByRole('link').allInnerTexts()).toEqual(
      expect.arrayContaining([
        'Name: Is missing.',
        'Address: Is missing.',
        expect.stringMatching(/^Role: /),
        expect.stringMatching(/^Country of the address: /),
        expect.stringMatching(/^Country of headquarters: /),
      ]),
    );
    await nora.getByLabel('Role').selectOption('end-user');
    await nora.getByLabel('Name', { exact: true }).fill(hostile.zeroWidth);
    await nora.getByLabel('Address', { exact: true }).fill('x'.repeat(501));
    await nora.getByLabel('Name of the ultimate parent').fill('Silver Abacus');
    await chooseCountry(nora, 'Country of the address', 'Germ', 'Germany');
    await chooseCountry(nora, 'Country of headquarters', 'Germ', 'Germany');
    await nora.getByText('1 character too many').waitFor();
    await save(nora);
    expect(await summary(nora).getByRole('link').allInnerTexts()).toEqual([
      'Name: No control or invisible characters.',
      'Address: Takes at most 500 characters.',
      'Headquarters of the ultimate parent: Is missing.',
    ]);
    await nora.getByLabel('Name', { exact: true }).fill(hostile.script);
    await nora.getByLabel('Address', { exact: true }).fill(hostile.formula);
    await nora.getByLabel('Name of the ultimate parent').fill('');
    await save(nora);
    await nora.getByText(hostile.script).waitFor();
    await nora.getByText(hostile.formula).waitFor();
    await harmless(nora);
  });

  it('of an item stands at its fields, rows of lists included, and the computation leaves it out', async () => {
    const caseId = await draftOf(stage.platform, 'NG-BAD-ITEM');
    const nora = await stage.signIn(cast.northgateCompliance, { at: `/applications/${caseId}/items/new` });
    await nora.getByLabel('Model').fill(hostile.formula);
    await nora.getByLabel('Manufacturer', { exact: true }).fill(hostile.bidi);
    await nora.getByLabel('Description').fill('Accelerator');
    await nora.getByLabel('Quantity').fill('-5');
    await nora.getByLabel('Unit price').fill('12,500');
    await nora.getByLabel('Currency').fill('dollars');
    await typeRate(nora, 1, 'FP 8', '0.5', '1e3');
    await nora.getByRole('button', { name: 'Add a format' }).click();
    await typeRate(nora, 2, 'fp8', '8', '600');
    await nora.getByLabel('Area of die 1').fill('<b>');
    const computation = nora.getByRole('region', { name: 'What this comes to' });
    await computation.getByText('600 × 8 = 4,800').waitFor();
    await computation.getByText('3A090.a', { exact: true }).waitFor();
    await save(nora);
    const told = await summary(nora).getByRole('link').allInnerTexts();
    expect(told).toEqual(
      expect.arrayContaining([
        'Manufacturer: No control or invisible characters.',
        'Quantity: A whole number of at least 1, without separators.',
        'Unit price: An amount such as 12500 or 12500.50.',
        'Currency: An ISO 4217 currency such as USD.',
        'Format 1: A format such as fp8 or int4.',
        expect.stringMatching(/^Bits 1: /),
        'Dense TOPS 1: A plain decimal such as 1979 or 2614.9.',
        'Area of die 1: A plain decimal such as 1979 or 2614.9.',
        expect.stringMatching(/^Designed or marketed for data centres\?: /),
      ]),
    );
    expect(told).toHaveLength(9);
    await summary(nora)
      .getByRole('link', { name: /^Dense TOPS 1/ })
      .click();
    expect(await nora.evaluate(() => document.activeElement?.id)).toBe('field-specification-rates-0-denseTops');
  });

  it('of an end use: empty, too long, control characters', async () => {
    const caseId = await draftOf(stage.platform, 'NG-BAD-USE');
    const nora = await stage.signIn(cast.northgateCompliance, { at: `/applications/${caseId}/end-use` });
    const field = nora.getByLabel('What will the items do, for whom and where?');
    for (const [typed, told] of [
      ['', 'Is missing.'],
      ['x'.repeat(4001), 'Takes at most 4000 characters.'],
      [hostile.bidi, 'No control characters.'],
    ] as const) {
      await field.fill(typed);
      await save(nora);
      await summary(nora).getByText(told).waitFor();
    }
  });

  it('in an address of the web: what is not there is said, and nobody sees another company’s', async () => {
    const caseId = await draftOf(stage.platform, 'NG-MINE', content);
    const mia = await stage.signIn(cast.blueHarborCompliance, { at: '/my-cases' });
    stage.expectTrouble(/^console: .*status of 404/);
    for (const path of [`/applications/${caseId}`, '/applications/nothing/items/1', `/cases/${caseId}/notice`]) {
      await mia.goto(`${stage.platform.url}${path}`);
      await mia.getByText('There is nothing here').waitFor();
    }
    const nora = await stage.signIn(cast.northgateCompliance, { at: `/applications/${caseId}/items/99` });
    await nora.getByText('There is nothing here').waitFor();
    await nora.goto(`${stage.platform.url}/my-cases?status=nonsense&show=-1&q=${'%'.repeat(3)}`);
    await nora.getByText('No case fits these filters').waitFor();
  });
});
