import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { acts, cast, demoCases, type CaseRun } from '@exeat/demo';
import type { Page } from 'playwright-core';
import { chooseCountry, content, draftOf } from './an-application.js';
import { axe } from './axe.js';
import { focusIsVisible, focusNotObscured } from './keyboard.js';
import { reducedMotion, reflows, targetSizes } from './layout.js';
import { shoot } from './screens.js';
import { browserStage } from './stage.js';

const stage = browserStage({ demo: true });
jest.setTimeout(60_000);

const [party] = content.parties;
const [item] = content.items;
let unfinished = '';
let complete = '';

beforeAll(async () => {
  unfinished = await draftOf(stage.platform, 'NG-2026-H20 for Hangzhou', {
    exportFrom: 'US',
    parties: [party!, { ...party!, role: 'ultimate-consignee', address: 'P.O. Box 12, Hangzhou' }],
    items: [item!],
  });
  complete = await draftOf(stage.platform, 'NG-2026-H20 for Guiyang', { ...content, endUse: 'To be decided' });
  const exporter = await stage.platform.as(cast.northgateSales);
  await exporter.ask(
    `/applications/${complete}/draft`,
    { sections: { endUse: content.endUse, items: content.items.map((each) => ({ ...each, quantity: '1200' })) } },
    { method: 'PATCH' },
  );
}, 60_000);

const usable = async (page: Page) => {
  await axe(page);
  await reflows(page);
  await targetSizes(page);
  await reducedMotion(page);
};

/** Goes to a page and waits for what it is about. */
const at = async (path: string, words: string | RegExp): Promise<Page> => {
  const nora = await stage.signIn(cast.northgateCompliance, { at: path });
  await nora.getByText(words).first().waitFor();
  return nora;
};

describe('the screens of exporters can be used by everybody', () => {
  it('my cases', async () => {
    const nora = await at('/my-cases', 'Waits on the agencies');
    await usable(nora);
    await shoot(nora, 'exporter-home');
    await nora.getByLabel('Status').selectOption({ label: 'Denied (1)' });
    await nora.getByRole('link', { name: /NG-B300/ }).waitFor();
    await nora.getByText('1 shown').waitFor();
    await axe(nora);
    const chosen = nora.getByRole('button', { name: /^Remove filter Status/ });
    await chosen.click();
    await chosen.waitFor({ state: 'detached' });
    await nora.getByLabel('Number, reference or model').fill('mi325');
    await nora.keyboard.press('Enter');
    await nora
      .getByRole('link', { name: /NG-H20/ })
      .first()
      .waitFor({ state: 'detached' });
    await nora.getByRole('link', { name: /NG-MI325X/ }).waitFor();
  });

  it('starting an application, and its problem', async () => {
    const nora = await at('/applications/new', 'Your reference');
    await nora.getByRole('button', { name: 'Start', exact: true }).click();
    await nora.getByText('There is a problem').waitFor();
    await usable(nora);
  });

  it('the task list', async () => {
    const nora = await at(`/applications/${unfinished}`, 'Give the street address');
    await usable(nora);
    await focusIsVisible(nora);
    await focusNotObscured(nora);
    await shoot(nora, 'exporter-tasks');
    await nora.getByRole('button', { name: 'Withdraw this application' }).click();
    await axe(nora);
  });

  it.each([
    ['export-country', 'Which country do the items leave from?'],
    ['parties', 'Give the street address'],
    ['parties/2', 'There is a problem'],
    ['items', 'Line 1'],
    ['end-use', 'What will the items do, for whom and where?'],
    ['certifications', 'Know your customer'],
    ['submit', 'I certify that'],
  ])('%s', async (path, words) => usable(await at(`/applications/${unfinished}/${path}`, words)));

  it('an item with its computation', async () => {
    const nora = await at(`/applications/${complete}/items/1`, '2,368 ÷ 814 mm² = 2.9091');
    await nora.getByText('Each step of the reasoning').click();
    await usable(nora);
    await focusIsVisible(nora);
    await shoot(nora, 'exporter-item');
    await nora.getByText('High-bandwidth memory', { exact: true }).click();
    await nora.getByLabel('Memory bandwidth').fill('1200');
    await nora.getByLabel('Area of the package').fill('110');
    await nora.getByText('1,200 GB/s ÷ 110 mm² = 10.9091').waitFor();
    await nora.getByText('3A090.c', { exact: true }).waitFor();
    await axe(nora);
  });

  it('check answers', async () => {
    const nora = await at(`/applications/${complete}/answers`, 'Line 1: H20 SXM 96GB');
    await usable(nora);
    await shoot(nora, 'exporter-answers');
    await nora.goto(`${stage.platform.url}/applications/${unfinished}/answers`);
    await nora.getByText('things keep this application from being submitted').waitFor();
    await axe(nora);
  });

  it('earlier saves', async () => {
    const nora = await at(`/applications/${complete}/drafts`, 'Save 2: Items, End use');
    await usable(nora);
    await shoot(nora, 'exporter-drafts');
    await nora.getByRole('button', { name: /^Restore: Save 1/ }).click();
    await axe(nora);
  });

  it('choosing a country by keys alone', async () => {
    const nora = await at(`/applications/${unfinished}/export-country`, 'Which country do the items leave from?');
    await nora.getByRole('combobox').press('ControlOrMeta+a');
    await nora.keyboard.type('Ger');
    await nora.getByRole('option', { name: 'Germany' }).waitFor();
    await nora.keyboard.press('ArrowDown');
    await nora.keyboard.press('Enter');
    await nora.getByRole('option').first().waitFor({ state: 'detached' });
    expect(await nora.getByRole('combobox').inputValue()).toMatch(/\([A-Z]{2}\)$/);
    await axe(nora);
  });
});

describe('what the authority sends back', () => {
  const [h20] = demoCases;
  let run: CaseRun;

  it('is shown on the task list with its reason, and what has changed since stands among the answers', async () => {
    run = { case: { ...h20!, reference: 'NG-RETURNED', name: 'A returned case' }, caseId: '', licenceNumber: '' };
    await acts.apply(stage.platform.stage, run);
    const lena = await stage.platform.as(cast.officerLena);
    await stage.platform.settled();
    await lena.ask(`/applications/${run.caseId}/return`, {
      reason: 'insufficient-information',
      explanation: 'Name the ultimate parent of the end user.',
    });
    await stage.platform.settled();
    const nora = await at('/my-cases', 'A new clock starts when you submit again');
    await nora.getByRole('link', { name: 'NG-RETURNED' }).click();
    await nora.getByText('The authority returned this application without action').waitFor();
    await nora.getByText('Name the ultimate parent of the end user.').waitFor();
    await usable(nora);
    await shoot(nora, 'exporter-returned');
    await nora.getByRole('link', { name: 'Parties' }).click();
    await nora.getByRole('link', { name: 'Change' }).last().click();
    await nora.getByLabel('Name of the ultimate parent').fill('Silver Abacus Group');
    await chooseCountry(nora, 'Headquarters of the ultimate parent', 'Singap', 'Singapore');
    await nora.getByRole('button', { name: 'Save and continue' }).click();
    await nora.getByRole('link', { name: 'Back to the task list' }).click();
    await nora.getByRole('link', { name: 'Check your answers' }).click();
    const since = nora.getByRole('region', { name: 'What has changed since you submitted' });
    await since.getByRole('row', { name: /Ultimate parent Not given Silver Abacus Group, Singapore \(SG\)/ }).waitFor();
    expect(await since.getByRole('row').count()).toBe(2);
    await axe(nora);
  });
});

describe('a notice of intent to deny', () => {
  const b300 = demoCases[2]!;

  it('names its criteria, its reasons and the day, and is answered once', async () => {
    const run = { case: { ...b300, reference: 'NG-NOTICE', name: 'A noticed case' }, caseId: '', licenceNumber: '' };
    // The first five scenes come to the notice; nobody waits for the day of the agency that says nothing in the play.
    for (const [index, scene] of run.case.scenes.slice(0, 5).entries()) {
      if (index === 3)
        await acts.takePosition(stage.platform.stage, run, { agency: 'justice', position: 'no-objection' });
      await scene.play(stage.platform.stage, run);
    }
    await stage.platform.settled();
    const owen = await stage.signIn(cast.northgateSales, { at: '/my-cases' });
    await owen.getByRole('link', { name: 'Read and answer the notice about NG-NOTICE' }).click();
    await owen.getByText(/^Answer by /).waitFor();
    await owen.getByText('15 CFR 744.23(d)', { exact: true }).waitFor();
    await owen.getByText('The items exceed both figures').waitFor();
    await usable(owen);
    await shoot(owen, 'exporter-notice');
    await owen.getByRole('button', { name: 'Send the answer' }).click();
    await owen.getByRole('link', { name: 'Answer to the notice: Is missing.' }).waitFor();
    await owen.getByLabel('Answer to the notice').fill('We offer to lock the site and to be inspected.');
    await owen.getByRole('button', { name: 'Send the answer' }).dblclick();
    await owen.getByRole('heading', { name: 'Your answer' }).waitFor();
    await owen.getByText('We offer to lock the site and to be inspected.').waitFor();
    expect(await owen.getByRole('button', { name: 'Send the answer' }).count()).toBe(0);
    await axe(owen);
  });
});
