import { describe, expect, it } from '@jest/globals';
import { cast } from '@exeat/demo';
import { axe } from './axe.js';
import { announced } from './announcements.js';
import { atLicensing, card, elsewhere, focusIsWithin, licensingOf, part, proposed } from './decision-cases.js';
import { focusIsVisible } from './keyboard.js';
import { reflows, targetSizes } from './layout.js';
import { shoot } from './screens.js';
import { browserStage } from './stage.js';

const stage = browserStage({ demo: true });

describe('the worklist', () => {
  it('counts the stages, and filters by them and by what is typed, in the address', async () => {
    const run = await atLicensing(stage, 'Listed', 'energy');
    const denied = await atLicensing(stage, 'Listed as denied', 'state');
    await elsewhere(stage, denied, cast.officerMarcus, 'denial', {
      criteria: ['15 CFR 742.6'],
      reasons: 'An objection.',
    });
    await elsewhere(stage, denied, cast.countersignerRosa, 'countersign', {});
    await proposed(stage, 'Listed as proposed');
    await stage.platform.settled();
    const lena = await stage.signIn(cast.officerLena, { at: '/decisions' });
    const row = lena.getByRole('row', { name: /Department of Energy/ });
    await row.getByText('Objects').waitFor();
    await row.getByText('3 proposed conditions to settle').waitFor();
    await row.getByText('0 of 1').waitFor();
    await lena
      .getByRole('row', { name: /Approval by Lena Fischer/ })
      .getByText('1 countersignature of 1')
      .waitFor();
    await lena
      .getByRole('row', { name: /Otherwise the denial is final on/ })
      .getByText('Rosa Delgado')
      .waitFor();
    await axe(lena);
    await reflows(lena);
    await targetSizes(lena);
    await shoot(lena, 'decisions');

    await lena.getByRole('link', { name: /^To settle/ }).click();
    await lena.waitForURL('**/decisions?stage=settling');
    await row.waitFor();
    await lena.getByLabel('Number, company or model').fill('no such case');
    await lena.getByRole('button', { name: 'Apply filters' }).click();
    await lena.getByText('No case fits').waitFor();
    await axe(lena);
    await lena.goBack();
    await row.waitFor();
    await row.getByRole('link').click();
    await lena.waitForURL(`**/decisions/${run.caseId}`);
  }, 60_000);
});

describe('the positions', () => {
  it('show who disagrees, in words, and what is open with the ways on', async () => {
    const run = await atLicensing(stage, 'Disputed', 'energy');
    const lena = await stage.signIn(cast.officerLena, { at: part(run, 'positions') });
    await lena.getByText('The agencies disagree: 1 bars an approval, 3 do not.').waitFor();
    const energy = lena.getByRole('row', { name: /^Department of Energy/ });
    await energy.getByText('Bars an approval').waitFor();
    await energy.getByText('The end user was seen buying for others.').waitFor();
    await axe(lena);
    await reflows(lena);
    await targetSizes(lena);
    await shoot(lena, 'decide-positions');
    await lena.getByRole('link', { name: 'Deny' }).click();
    await lena.getByRole('heading', { name: 'Propose a decision' }).waitFor();
    await lena.getByLabel('Criterion 1').waitFor();
    await lena.emulateMedia({ colorScheme: 'dark' });
    await axe(lena);
    await shoot(lena, 'decide-dark');
  }, 60_000);
});

describe('settling conditions', () => {
  it('adopts, rewords with the text shown beforehand, and drops with a reason, by keys', async () => {
    const run = await atLicensing(stage, 'Settled by keys');
    const lena = await stage.signIn(cast.officerLena, { at: part(run, 'conditions') });
    await lena.getByRole('heading', { name: '3 conditions, 3 to settle' }).waitFor();

    await lena.keyboard.press('n');
    await focusIsWithin(lena, 1);
    await lena.keyboard.press('a');
    await card(lena, 1).getByText('The text that binds').waitFor();
    await focusIsWithin(lena, 1);

    await lena.keyboard.press('n');
    await lena.keyboard.press('r');
    await lena.getByLabel('The site').fill('Data centre 3, Hangzhou, and its successor sites');
    const preview = card(lena, 2).getByRole('region', { name: 'How it would read' });
    expect(await preview.locator('del').allInnerTexts()).toEqual([expect.stringContaining('12 Make-Believe Street,')]);
    expect(await preview.locator('ins').allInnerTexts()).toEqual([
      expect.stringMatching(/put in:\s*and its successor sites,/),
    ]);
    await axe(lena);
    await reflows(lena);
    await targetSizes(lena);
    await lena.evaluate(() => window.scrollTo(0, 0));
    await shoot(lena, 'decide-conditions');
    await lena.getByLabel('Why it is reworded').fill('The landlord renumbers the street.');
    await lena.getByRole('button', { name: 'Reword the condition' }).click();
    await card(lena, 2).getByText('What changed since it was proposed').waitFor();
    await focusIsWithin(lena, 2);
    const { conditions } = await licensingOf(stage, run);
    expect(conditions[1]?.current.text).toBe(
      "The items shall be installed at Data centre 3, Hangzhou, and its successor sites, the People's Republic of China, and shall not be moved from there without written authorisation.",
    );
    expect(await card(lena, 2).locator('blockquote').innerText()).toBe(conditions[1]?.current.text);

    await lena.keyboard.press('n');
    await lena.keyboard.press('d');
    await lena.getByLabel('Why it is dropped').fill('The delivery report says it already.');
    await lena.keyboard.press('Tab');
    await lena.keyboard.press('Enter');
    await card(lena, 3).getByText('Not part of the decision').waitFor();
    await lena.getByRole('heading', { name: '3 conditions, all settled' }).waitFor();
    await lena.keyboard.press('d');
    await announced(lena, /Condition 3 is dropped already/);
    await lena.keyboard.press('p');
    await focusIsWithin(lena, 2);
    await card(lena, 2).getByText('1 change so far').click();
    await card(lena, 2).getByText('Reworded by Lena Fischer.').waitFor();
    await card(lena, 2).getByText('The landlord renumbers the street.').waitFor();
    await focusIsVisible(lena);

    await lena.keyboard.press('?');
    const sheet = lena.getByRole('dialog', { name: 'Keyboard shortcuts on this page' });
    for (const words of ['Next condition', 'Adopt this condition', 'Reword this condition', 'Drop this condition'])
      await sheet.getByText(words).waitFor();
  }, 60_000);

  it('adds a condition of licensing’s own, and brings a dropped one back', async () => {
    const run = await atLicensing(stage, 'Added to');
    const lena = await stage.signIn(cast.officerLena, { at: part(run, 'conditions') });
    await lena.getByRole('button', { name: 'Add a condition' }).click();
    await lena.getByLabel('Clause', { exact: true }).selectOption('revenue-share');
    const preview = lena.getByRole('region', { name: 'How it would read' });
    await preview.getByText('[The percentage]').first().waitFor();
    await lena.getByLabel('The percentage').fill('15');
    await lena.getByLabel('The legal basis').fill('Terms of the licence');
    await preview.getByText('Legal basis stated: Terms of the licence.').waitFor();
    await axe(lena);
    await lena.getByLabel('Why it is added').fill('Financial term of the arrangement.');
    await lena.getByRole('button', { name: 'Add the condition' }).click();
    await card(lena, 4).getByText('Financial: not shown to reviewers').waitFor();
    await card(lena, 4).getByText('Adopted', { exact: true }).waitFor();

    await card(lena, 1).getByRole('button', { name: 'Drop' }).click();
    await lena.getByLabel('Why it is dropped').fill('Not needed.');
    await lena.getByRole('button', { name: 'Drop the condition' }).click();
    await card(lena, 1).getByRole('button', { name: 'Bring back as proposed' }).click();
    await card(lena, 1).getByText('Adopted', { exact: true }).waitFor();
    expect((await licensingOf(stage, run)).conditions.map(({ standing }) => standing)).toEqual([
      'adopted',
      'proposed',
      'proposed',
      'adopted',
    ]);
  }, 60_000);

  it('is not for countersigners: they are told who does it, and no key does anything', async () => {
    const run = await atLicensing(stage, 'Read along');
    const rosa = await stage.signIn(cast.countersignerRosa, { at: part(run, 'conditions') });
    await rosa
      .getByText('Licensing officers settle conditions and propose the decision. You can read along.')
      .waitFor();
    expect(await rosa.getByRole('button', { name: 'Adopt' }).count()).toBe(0);
    await rosa.keyboard.press('n');
    await rosa.keyboard.press('a');
    await card(rosa, 1).getByText('Proposed text; it does not bind yet').waitFor();
    await axe(rosa);
  }, 60_000);
});
