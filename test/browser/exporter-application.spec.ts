import { describe, expect, it, jest } from '@jest/globals';
import { cast } from '@exeat/demo';
import { content, chooseCountry, draftOf, save, typeItem, typeParty } from './an-application.js';
import { announced } from './announcements.js';
import { shoot } from './screens.js';
import { browserStage } from './stage.js';

const stage = browserStage();
jest.setTimeout(60_000);

describe('an application from nothing to submitted', () => {
  it('is filled in section by section, checked, declared and submitted, by clicks and keys', async () => {
    const nora = await stage.signIn(cast.northgateCompliance, { at: '/my-cases' });
    await nora.getByText('Your company has no cases yet').waitFor();
    await nora.getByRole('link', { name: 'Start an application' }).click();
    await nora.getByLabel('Your reference').fill('NG-2026-0001');
    await nora.keyboard.press('Enter');
    await nora.getByRole('heading', { name: 'NG-2026-0001' }).waitFor();
    await nora.getByText('0 of 4 required sections are complete.').waitFor();
    expect(await nora.getByText('Cannot start yet').count()).toBe(2);

    await nora.getByRole('link', { name: 'Export country' }).click();
    await chooseCountry(nora, 'Which country do the items leave from?', 'United States of', 'United States of America');
    await save(nora);

    await nora.getByRole('link', { name: 'Parties' }).click();
    for (const role of ['Purchaser', 'Ultimate consignee', 'End user']) {
      await nora.getByRole('link', { name: /Add (the first|another) party/ }).click();
      await typeParty(nora, {
        role,
        name: 'Paper Lantern Cloud Co., Ltd.',
        address: '88 Imaginary Road, Hangzhou',
        country: 'China',
      });
      await save(nora);
      await nora.getByRole('heading', { name: role }).waitFor();
    }
    await nora.getByRole('link', { name: 'Back to the task list' }).click();

    await nora.getByRole('link', { name: 'Items' }).click();
    await nora.getByRole('link', { name: 'Add the first item' }).click();
    await typeItem(nora);
    await announced(nora, /No paragraph of 3A090\. TPP 2,368\. Performance density 2\.9091\./);
    const computation = nora.getByRole('region', { name: 'What this comes to' });
    await computation.getByText('2,368 ÷ 814 mm² = 2.9091').waitFor();
    expect(await computation.getByText('drives').count()).toBe(2);
    await computation.getByText('Each step of the reasoning').click();
    await computation.getByText('No limb of 3A090.a or .b is met.').waitFor();
    await save(nora);
    await nora.getByRole('heading', { name: 'Line 1: H20 SXM 96GB' }).waitFor();
    await nora.getByRole('link', { name: 'Back to the task list' }).click();

    await nora.getByRole('link', { name: 'End use' }).click();
    await nora
      .getByLabel('What will the items do, for whom and where?')
      .fill('Inference of language models for customers of the public cloud in one data centre in Hangzhou');
    await save(nora);

    await nora.getByRole('link', { name: 'Certifications' }).click();
    await nora.getByRole('group', { name: 'Know your customer' }).getByText('Yes', { exact: true }).click();
    await save(nora);
    await nora.getByText('4 of 4 required sections are complete.').waitFor();
    await nora.getByText('Last changed by Nora Vance').first().waitFor();

    await nora.getByRole('link', { name: 'Check your answers' }).click();
    await nora.getByRole('heading', { name: 'Line 1: H20 SXM 96GB' }).waitFor();
    await nora.getByRole('link', { name: 'Change End use' }).click();
    await nora.getByLabel('What will the items do, for whom and where?').press('End');
    await nora.keyboard.type(', and nowhere else');
    await save(nora);
    await nora.getByRole('heading', { name: 'Check your answers' }).waitFor();
    await nora.getByText('in one data centre in Hangzhou, and nowhere else').waitFor();
    await nora.getByRole('link', { name: 'Go on to declare and submit' }).click();

    await nora.getByText(/I certify that I am authorised to sign/).waitFor();
    await nora.getByLabel('Signatory').fill('Juniper Vale');
    await nora.getByLabel('Capacity').fill('Empowered official');
    await nora.getByRole('button', { name: 'Declare and submit' }).click();
    await nora.getByRole('heading', { name: 'Application submitted' }).waitFor();
    await nora.getByText(/Its number is Z\d{6}\./).waitFor();
    await shoot(nora, 'exporter-submitted');

    await nora.goto(`${stage.platform.url}/my-cases`);
    await nora.getByRole('link', { name: 'NG-2026-0001' }).waitFor();
    await nora.getByText('Day 0 of 90').waitFor();
    await nora.getByText('Waits on the technical reviewer').waitFor();
  });

  it('is submitted once, however often the button is pressed', async () => {
    const caseId = await draftOf(stage.platform, 'NG-DOUBLE', content);
    const nora = await stage.signIn(cast.northgateCompliance, { at: `/applications/${caseId}/submit` });
    await nora.getByLabel('Signatory').fill('Juniper Vale');
    await nora.getByLabel('Capacity').fill('Empowered official');
    let sent = 0;
    nora.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/submit')) sent += 1;
    });
    await nora.getByRole('button', { name: 'Declare and submit' }).dblclick();
    await nora.getByRole('heading', { name: 'Application submitted' }).waitFor();
    expect(sent).toBe(1);
    const exporter = await stage.platform.as(cast.northgateCompliance);
    const { body } = await exporter.get<{ items: { type: string }[] }>(`/cases/${caseId}/timeline`);
    expect(body.items.filter(({ type }) => type === 'ApplicationSubmitted')).toHaveLength(1);
  });

  it('is withdrawn for good, with a reason', async () => {
    const caseId = await draftOf(stage.platform, 'NG-WITHDRAWN', content);
    const nora = await stage.signIn(cast.northgateCompliance, { at: `/applications/${caseId}` });
    await nora.getByRole('button', { name: 'Withdraw this application' }).click();
    const dialog = nora.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Withdraw for good' }).click();
    await dialog.getByRole('link', { name: 'Why do you withdraw it?: Is missing.' }).waitFor();
    await dialog.getByLabel('Why do you withdraw it?').fill('The customer cancelled the order.');
    await dialog.getByRole('button', { name: 'Withdraw for good' }).click();
    await nora.getByRole('heading', { name: 'My cases' }).waitFor();
    await nora.goto(`${stage.platform.url}/applications/${caseId}/end-use`);
    await nora.getByText('It was withdrawn.').waitFor();
  });
});
