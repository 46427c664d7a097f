import { describe, expect, it, jest } from '@jest/globals';
import { cast } from '@exeat/demo';
import { announced } from './announcements.js';
import { axe } from './axe.js';
import { reflows, targetSizes } from './layout.js';
import { nasty, nothingRan, problemAt } from './nasty-input.js';
import { shoot } from './screens.js';
import { browserStage } from './stage.js';

jest.setTimeout(60_000);
const stage = browserStage({ demo: true });

describe('licences', () => {
  it('are listed with what is left of each, as bars and as a table', async () => {
    const lena = await stage.signIn(cast.officerLena, { at: '/licences' });
    await lena.getByText('2 shown').waitFor();
    await lena.getByText('150 of 1,000 H20 SXM 96GB').waitFor();
    const power = lena.getByRole('region', { name: 'Computing power' });
    await power.getByText('The same as a table').click();
    await power.getByRole('rowheader', { name: 'H20 SXM 96GB' }).waitFor();
    await axe(lena);
    await reflows(lena);
    await targetSizes(lena);
    await shoot(lena, 'licences');
    await lena.getByLabel('Status').selectOption('Expired');
    await lena.getByText('No licence fits').waitFor();
    await axe(lena);
  });

  it('show their terms to an officer, who can do nothing under them', async () => {
    const lena = await stage.signIn(cast.officerLena, { at: '/licences?q=H20%20SXM' });
    await lena.getByRole('rowheader').getByRole('link').first().click();
    await lena
      .getByRole('region', { name: 'Conditions (3)' })
      .getByText(/15 % of the value shipped\./)
      .waitFor();
    await lena.getByRole('region', { name: 'What is owed' }).getByText('Overdue').first().waitFor();
    expect(await lena.getByRole('link', { name: /Record a shipment|Fulfil|File a certificate/ }).count()).toBe(0);
    await axe(lena);
    await reflows(lena);
    await targetSizes(lena);
    await shoot(lena, 'licence');
  });

  it('of another company are not there', async () => {
    stage.expectTrouble(/^console: .*status of 404/);
    const lena = await stage.platform.as(cast.officerLena);
    const { body } = await lena.get<{ items: { licenceNumber: string }[] }>('/licences?q=Blue');
    const nora = await stage.signIn(cast.northgateCompliance, {
      at: `/licences/${body.items[0]?.licenceNumber ?? ''}/shipments/new`,
    });
    await nora.getByText('There is nothing here').waitFor();
  });
});

describe('obligations', () => {
  it('are counted by how they stand, and filtered in the address', async () => {
    const nora = await stage.signIn(cast.northgateCompliance, { at: '/obligations' });
    const tabs = nora.getByRole('navigation', { name: 'Status' });
    await tabs.getByRole('link', { name: /^All\s*4$/ }).waitFor();
    await axe(nora);
    await reflows(nora);
    await targetSizes(nora);
    await shoot(nora, 'obligations');
    await tabs.getByRole('link', { name: /^Fulfilled/ }).click();
    await nora.getByText(/Fulfilled on .* with NG-DELIVERY-0001/).waitFor();
    expect(new URL(nora.url()).search).toBe('?status=fulfilled');
    await tabs.getByRole('link', { name: /^Open\s*0$/ }).click();
    await nora.getByText('Nothing is owed here').waitFor();
  });

  it('are fulfilled by naming the evidence; bad references are refused at the field', async () => {
    const nora = await stage.signIn(cast.northgateCompliance, { at: '/obligations?status=overdue' });
    await nora.getByRole('link', { name: /^Fulfil delivery report for NG-SHIP-0002/ }).click();
    const send = nora.getByRole('button', { name: 'Fulfil an obligation' });
    await send.click();
    await problemAt(nora, 'Reference of the evidence');
    for (const text of [nasty.bidi, nasty.zeroWidth, 'x'.repeat(201)]) {
      await nora.getByLabel('Reference of the evidence').fill(text);
      await send.click();
      await problemAt(nora, 'Reference of the evidence');
    }
    await axe(nora);
    await reflows(nora);
    await targetSizes(nora);
    await nora.getByLabel('Reference of the evidence').fill(nasty.script);
    await send.click();
    await announced(nora, /The obligation is fulfilled/);
    await nora.getByText(`with ${nasty.script}`).waitFor();
    await nothingRan(nora);
  });

  it('that there are none of are said to be none', async () => {
    const { body } = await (
      await stage.platform.as(cast.northgateCompliance)
    ).get<{ items: { licenceNumber: string }[] }>('/licences');
    const nora = await stage.signIn(cast.northgateCompliance, {
      at: `/licences/${body.items[0]?.licenceNumber ?? ''}/obligations/00000000-0000-4000-8000-000000000000`,
    });
    await nora.getByText('There is no such obligation under this licence').waitFor();
  });
});

describe('figures', () => {
  it('tell how long cases take and how old the open ones are, each with its table', async () => {
    const lena = await stage.signIn(cast.officerLena, { at: '/figures' });
    const stages = lena.getByRole('region', { name: 'Time in each stage' });
    await stages.getByText('The same as a table').click();
    await stages.getByRole('rowheader', { name: 'Security review' }).waitFor();
    await lena.getByRole('region', { name: 'Age of open cases' }).getByText('1 case').first().waitFor();
    await axe(lena);
    await reflows(lena);
    await targetSizes(lena);
    await shoot(lena, 'figures');
    await lena.emulateMedia({ colorScheme: 'dark' });
    await axe(lena);
    await lena.getByLabel('Cases closed since').fill('2090-01-01');
    await lena.keyboard.press('Enter');
    await lena.getByText('No case was closed in this time').first().waitFor();
    await axe(lena);
  });
});
