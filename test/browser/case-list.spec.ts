import { describe, expect, it, jest } from '@jest/globals';
import { cast } from '@exeat/demo';
import { axe } from './axe.js';
import { reflows, targetSizes } from './layout.js';
import { nasty, nothingRan } from './nasty-input.js';
import { shoot } from './screens.js';
import { browserStage } from './stage.js';

jest.setTimeout(60_000);
const stage = browserStage({ demo: true });

describe('the list of cases', () => {
  it('shows the authority all, an exporter their own, and leads to each', async () => {
    const lena = await stage.signIn(cast.officerLena, { at: '/cases' });
    await lena.getByText('5 shown').waitFor();
    await axe(lena);
    await reflows(lena);
    await targetSizes(lena);
    await shoot(lena, 'cases');
    const mia = await stage.signIn(cast.blueHarborCompliance, { at: '/cases' });
    await mia.getByText('2 shown').waitFor();
    expect(await mia.getByText('Northgate').count()).toBe(0);
    await mia.getByRole('row', { name: /H200/ }).getByRole('link').click();
    await mia.getByRole('region', { name: 'Where it stands' }).waitFor();
  });

  it('keeps its filters in the address, with a chip for each that removes it', async () => {
    const lena = await stage.signIn(cast.officerLena, { at: '/cases' });
    await lena.getByLabel('Status').selectOption('Licensed');
    await lena.getByText('2 shown').waitFor();
    await lena.getByRole('textbox', { name: 'Company, reference or model' }).fill('h200');
    await lena.keyboard.press('Enter');
    await lena.getByText('1 shown').waitFor();
    expect(new URL(lena.url()).search).toBe('?status=licensed&q=h200');
    await lena.getByRole('button', { name: 'Remove filter Status: Licensed' }).click();
    await lena.getByRole('button', { name: 'Clear all filters' }).click();
    await lena.getByText('5 shown').waitFor();
    await lena.goBack();
    await lena.getByText('1 shown').waitFor();
  });

  it('says that nothing fits, whatever is asked for, and runs none of it', async () => {
    const lena = await stage.signIn(cast.officerLena, { at: '/cases?status=nonsense' });
    await lena.getByText('5 shown').waitFor();
    expect(await lena.getByRole('button', { name: /^Remove filter/ }).count()).toBe(0);
    for (const text of [nasty.script, nasty.formula, 'no such case']) {
      await lena.getByRole('textbox', { name: 'Company, reference or model' }).fill(text);
      await lena.keyboard.press('Enter');
      await lena.getByText('No case fits').waitFor();
    }
    await nothingRan(lena);
    await axe(lena);
  });
});
