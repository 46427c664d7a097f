import { describe, expect, it, jest } from '@jest/globals';
import { cast } from '@exeat/demo';
import type { Page } from 'playwright-core';
import { content, draftOf, save, typeRate } from './an-application.js';
import { browserStage } from './stage.js';

const stage = browserStage();
jest.setTimeout(60_000);
const endUse = (page: Page) => page.getByLabel('What will the items do, for whom and where?');

/** Another tab of the same person. */
const tabOf = async (page: Page, path: string): Promise<Page> => {
  const tab = await page.context().newPage();
  await tab.goto(`${stage.platform.url}${path}`);
  return tab;
};

describe('earlier saves', () => {
  it('are compared field by field, and restored by a new save', async () => {
    const caseId = await draftOf(stage.platform, 'NG-SAVES', content);
    const exporter = await stage.platform.as(cast.northgateSales);
    const [first, ...others] = content.parties;
    await exporter.ask(
      `/applications/${caseId}/draft`,
      {
        sections: {
          parties: [{ ...first!, country: 'SG' }, ...others],
          items: content.items.map((item) => ({ ...item, quantity: '99' })),
        },
      },
      { method: 'PATCH' },
    );
    const nora = await stage.signIn(cast.northgateCompliance, { at: `/applications/${caseId}` });
    await nora.getByText('Last changed by Owen Hale').first().waitFor();
    await nora.getByRole('link', { name: 'Look at all 2 saves, compare and restore' }).click();
    const table = nora.getByRole('table', { name: 'What differs' });
    await table.getByRole('row', { name: /Items: H20 SXM 96GB: Quantity 2,000 99/ }).waitFor();
    await table
      .getByRole('row', { name: /Parties: .*: Country of the address .*China \(CN\) Singapore \(SG\)/ })
      .waitFor();
    expect(await table.getByRole('row').count()).toBe(3);

    await nora.getByRole('button', { name: /^Restore: Save 1/ }).click();
    const dialog = nora.getByRole('dialog');
    await dialog.getByRole('row', { name: /Quantity 99 2,000/ }).waitFor();
    await dialog.getByRole('button', { name: 'Restore as a new save' }).click();
    await nora.getByText('Save 3: Parties, Items').waitFor();
    const { body } = await exporter.get<{ sections: typeof content }>(`/applications/${caseId}/draft`);
    expect(body.sections.items[0]?.quantity).toBe('2000');

    await nora.getByLabel('Compare', { exact: true }).selectOption({ index: 2 });
    await nora.getByText('They say the same.').waitFor();
    expect(new URL(nora.url()).searchParams.get('from')).not.toBeNull();
    await nora.reload();
    await nora.getByText('They say the same.').waitFor();
  });
});

describe('what was typed', () => {
  it('is there after a reload and after the back button, and gone once it is saved', async () => {
    const caseId = await draftOf(stage.platform, 'NG-KEPT', { endUse: 'An end use that is stored already, for now' });
    const path = `/applications/${caseId}/end-use`;
    const nora = await stage.signIn(cast.northgateCompliance, { at: `/applications/${caseId}` });
    await nora.getByRole('link', { name: 'End use' }).click();
    await endUse(nora).fill('Something better, half typed');
    await nora.reload();
    await nora.getByText('We kept what you typed here before').waitFor();
    expect(await endUse(nora).inputValue()).toBe('Something better, half typed');
    await nora.goBack();
    await nora.getByRole('heading', { name: 'Fill in the application' }).waitFor();
    await nora.goForward();
    expect(await endUse(nora).inputValue()).toBe('Something better, half typed');
    await save(nora);
    await nora.getByRole('heading', { name: 'Fill in the application' }).waitFor();
    await nora.goto(`${stage.platform.url}${path}`);
    await endUse(nora).waitFor();
    expect(await nora.getByText('We kept what you typed here before').count()).toBe(0);
  });

  it('is there for the rows of an item, too', async () => {
    const caseId = await draftOf(stage.platform, 'NG-KEPT-ROWS');
    const nora = await stage.signIn(cast.northgateCompliance, { at: `/applications/${caseId}/items/new` });
    await typeRate(nora, 1, 'fp8', '8', '1979');
    await nora.getByRole('button', { name: 'Add a format' }).click();
    await typeRate(nora, 2, 'fp4', '4', '3958');
    await nora.reload();
    await nora.getByText('We kept what you typed here before').waitFor();
    expect(await nora.getByLabel('Dense TOPS 2').inputValue()).toBe('3958');
    await nora.getByRole('region', { name: 'What this comes to' }).getByText('3,958 × 4 = 15,832').waitFor();
    await nora.getByRole('button', { name: 'Start afresh' }).click();
    expect(await nora.getByLabel('Dense TOPS 1').inputValue()).toBe('');
    expect(await nora.getByLabel('Dense TOPS 2').count()).toBe(0);
  });
});

describe('two tabs at one application', () => {
  it('show the lost race where both change the same, and apply the second upon the first', async () => {
    const caseId = await draftOf(stage.platform, 'NG-RACE', content);
    const path = `/applications/${caseId}/parties/2`;
    const nora = await stage.signIn(cast.northgateCompliance, { at: path });
    await nora.getByLabel('Address', { exact: true }).fill('1 First Street, Hangzhou');
    const other = await tabOf(nora, path);
    await other.getByLabel('Name', { exact: true }).fill('Second Name Co., Ltd.');
    await save(other);
    await other.getByText('Second Name Co., Ltd.').waitFor();

    stage.expectTrouble(/^console: .*status of 412/);
    await save(nora);
    await nora.getByText('Somebody was faster').waitFor();
    await nora
      .getByText(/Nora Vance saved/)
      .first()
      .waitFor();
    await nora.getByRole('button', { name: 'Apply mine as well' }).click();
    await nora.getByText('1 First Street, Hangzhou').waitFor();
    const exporter = await stage.platform.as(cast.northgateCompliance);
    const { body } = await exporter.get<{ sections: typeof content }>(`/applications/${caseId}/draft`);
    expect(body.sections.parties).toHaveLength(3);
    expect(body.sections.parties[1]).toMatchObject({ address: '1 First Street, Hangzhou' });
  });

  it('show the lost race, too, where the first was reloaded in between', async () => {
    const caseId = await draftOf(stage.platform, 'NG-RACE-RELOAD', content);
    const path = `/applications/${caseId}/parties/2`;
    const nora = await stage.signIn(cast.northgateCompliance, { at: path });
    await nora.getByLabel('Address', { exact: true }).fill('1 First Street, Hangzhou');
    const other = await tabOf(nora, path);
    await other.getByLabel('Name', { exact: true }).fill('Second Name Co., Ltd.');
    await save(other);
    await other.getByText('Second Name Co., Ltd.').waitFor();

    await nora.reload();
    await nora.getByText('We kept what you typed here before').waitFor();
    await save(nora);
    await nora
      .getByRole('list', { name: 'Somebody was faster' })
      .getByText(/Nora Vance saved/)
      .first()
      .waitFor();
    const exporter = await stage.platform.as(cast.northgateCompliance);
    const parties = async () =>
      (await exporter.get<{ sections: typeof content }>(`/applications/${caseId}/draft`)).body.sections.parties;
    expect((await parties())[1]).toMatchObject({ name: 'Second Name Co., Ltd.' });
    await nora.getByRole('button', { name: 'Apply mine as well' }).click();
    await nora.getByText('1 First Street, Hangzhou').waitFor();
    expect((await parties())[1]).toMatchObject({ address: '1 First Street, Hangzhou' });
  });

  it('give up what was typed for what the other saved, when asked to', async () => {
    const caseId = await draftOf(stage.platform, 'NG-DISCARD', content);
    const path = `/applications/${caseId}/items/1`;
    const nora = await stage.signIn(cast.northgateCompliance, { at: path });
    await nora.getByLabel('Quantity').fill('1');
    const other = await tabOf(nora, path);
    await other.getByLabel('Quantity').fill('777');
    await save(other);
    await other.getByText('777').waitFor();
    stage.expectTrouble(/^console: .*status of 412/);
    await save(nora);
    await nora.getByRole('button', { name: 'Leave it as it now stands' }).click();
    await nora.waitForFunction(() => document.querySelector<HTMLInputElement>('#field-quantity')?.value === '777');
  });

  it('save different parts beside each other, and neither loses the other’s', async () => {
    const caseId = await draftOf(stage.platform, 'NG-BESIDE', content);
    const nora = await stage.signIn(cast.northgateCompliance, { at: `/applications/${caseId}/parties/1` });
    await nora.getByLabel('Address', { exact: true }).fill('1 First Street, Hangzhou');
    const other = await tabOf(nora, `/applications/${caseId}/parties/3`);
    await other.getByLabel('Address', { exact: true }).fill('3 Third Street, Hangzhou');
    await save(other);
    await other.getByText('3 Third Street, Hangzhou').waitFor();
    // The news of it has come here before this is sent.
    await nora
      .waitForResponse((response) => response.url().endsWith('/draft'), { timeout: 3_000 })
      .catch(() => undefined);
    await save(nora);
    await nora.getByText('1 First Street, Hangzhou').waitFor();
    await nora.getByText('3 Third Street, Hangzhou').waitFor();
  });
});
