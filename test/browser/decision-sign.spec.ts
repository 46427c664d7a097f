import { describe, expect, it } from '@jest/globals';
import { acts, cast, demoCases } from '@exeat/demo';
import { caseCalled } from '../journeys/cases.js';
import { tokenFor } from '../journeys/machine-clients.js';
import { axe } from './axe.js';
import { atLicensing, elsewhere, licensingOf, part, proposed, settleAll } from './decision-cases.js';
import { reflows, targetSizes } from './layout.js';
import { shoot } from './screens.js';
import { browserStage } from './stage.js';

const stage = browserStage({ demo: true });

describe('an approval', () => {
  it('is proposed for fewer units, sent back, proposed again, and signed once however often it is clicked', async () => {
    const run = await atLicensing(stage, 'Signed once');
    await settleAll(stage, run);
    const lena = await stage.signIn(cast.officerLena, { at: part(run, 'decision') });
    const units = lena.getByLabel('Units to approve of line 1, H20 SXM 96GB');
    await units.fill('1000');
    await lena.getByText('Together USD 12,500,000.00, aggregate TPP 2,368,000.').waitFor();
    await lena.getByLabel('Reasons of the decision').fill('Case by case.');
    await axe(lena);
    await reflows(lena);
    await targetSizes(lena);
    await shoot(lena, 'decide-approval');
    await lena.getByRole('button', { name: 'Propose the approval' }).click();
    await lena.getByRole('heading', { name: 'Lena Fischer proposes to approve' }).waitFor();
    await lena.getByText('You proposed this; another person countersigns.').waitFor();
    expect(await lena.getByRole('button', { name: 'Read and countersign' }).count()).toBe(0);

    const rosa = await stage.signIn(cast.countersignerRosa, { at: part(run, 'decision') });
    await rosa.getByRole('button', { name: 'Send back' }).click();
    await rosa.getByLabel('Why it is sent back').fill('Name the pathway.');
    await rosa.getByRole('button', { name: 'Send the proposal back' }).click();
    await rosa.getByText('Rosa Delgado sent the last proposal back').waitFor();

    await lena.getByText('Name the pathway.', { exact: true }).waitFor();
    await lena.getByRole('button', { name: 'Fill in as applied for' }).click();
    expect(await units.inputValue()).toBe('2000');
    await units.fill('900');
    await lena.getByLabel('Reasons of the decision').fill('Case by case, under the individual notice.');
    await lena.getByRole('button', { name: 'Propose the approval' }).click();

    await rosa.getByRole('button', { name: 'Read and countersign' }).waitFor();
    await rosa.keyboard.press('s');
    const dialog = rosa.getByRole('dialog', { name: 'Countersign the approval' });
    await dialog.getByText('Together USD 11,250,000.00, aggregate TPP 2,131,200.').waitFor();
    await dialog.getByText('Under 3 conditions').waitFor();
    await dialog.getByText('Case by case, under the individual notice.').waitFor();
    await dialog.getByText('Yours is the last signature: the licence is granted with it.').waitFor();
    await axe(rosa);
    await reflows(rosa);
    await targetSizes(rosa);
    await shoot(rosa, 'countersign', { whole: false });
    const before = await stage.platform.head();
    await dialog.getByRole('button', { name: 'Sign the approval' }).dblclick();
    await rosa.getByText('The licence is granted').waitFor();
    const { licenceNumber = '' } = await licensingOf(stage, run);
    await stage.platform.settled();
    const { rows } = await stage.platform.database.query<{ type: string }>(
      'select type from es.facts where position > $1 and case_id = $2 order by position',
      [before, run.caseId],
    );
    const types = rows.map(({ type }) => type);
    expect(types.filter((type) => type === 'ProposalCountersigned')).toHaveLength(1);
    expect(types.filter((type) => type === 'LicenceGranted')).toHaveLength(1);
    await axe(rosa);

    await rosa.emulateMedia({ media: 'print' });
    await rosa.getByRole('heading', { name: 'Decision sheet: approval' }).waitFor();
    expect(await rosa.getByRole('navigation', { name: 'Parts of the decision' }).isVisible()).toBe(false);
    await rosa.emulateMedia({ media: 'screen' });
    await rosa.getByRole('link', { name: `Open licence ${licenceNumber}` }).click();
    await rosa.waitForURL(`**/licences/${licenceNumber}`);
  }, 90_000);

  it('is not countersigned by whoever proposed it, whatever roles they hold', async () => {
    const run = await atLicensing(stage, 'Both hats');
    await settleAll(stage, run);
    const token = await tokenFor(stage.platform.url, stage.platform.dataFolder, 'client:signing-officer');
    const page = await stage.visit({ at: 'about:blank' });
    await page.setExtraHTTPHeaders({ authorization: `Bearer ${token}` });
    await page.goto(`${stage.platform.url}${part(run, 'decision')}`);
    await page.getByLabel(/Units to approve/).fill('10');
    await page.getByLabel('Reasons of the decision').fill('Ten units.');
    await page.getByRole('button', { name: 'Propose the approval' }).click();
    await page.getByText('You proposed this; another person countersigns.').waitFor();

    // Proposed once, sent back, and proposed by another: what the page cannot know the server tells, in its place.
    await elsewhere(stage, run, cast.countersignerRosa, 'send-back', { reason: 'Too few.' });
    await elsewhere(stage, run, cast.officerLena, 'approval', {
      lines: [{ line: 1, quantity: '20' }],
      reasons: 'Twenty units.',
    });
    await page.getByRole('button', { name: 'Read and countersign' }).click();
    stage.expectTrouble(/^console: .*status of 403/);
    await page.getByRole('button', { name: 'Sign the approval' }).click();
    await page
      .getByRole('dialog')
      .getByText('You proposed a decision in this case: another person must sign.')
      .waitFor();
    expect((await licensingOf(stage, run)).signatures).toHaveLength(0);
  }, 60_000);

  it('is signed as it was read, or not at all', async () => {
    const run = await proposed(stage, 'Changed under the pen');
    const rosa = await stage.signIn(cast.countersignerRosa, { at: part(run, 'decision') });
    await rosa.getByRole('button', { name: 'Read and countersign' }).click();
    await rosa.getByRole('dialog').getByText('USD 12,500,000.00', { exact: true }).waitFor();
    await elsewhere(stage, run, cast.countersignerVictor, 'send-back', { reason: 'Too many.' });
    await elsewhere(stage, run, cast.officerLena, 'approval', {
      lines: [{ line: 1, quantity: '500' }],
      reasons: 'Half of it.',
    });
    stage.expectTrouble(/^console: .*status of 412/);
    await rosa.getByRole('button', { name: 'Sign the approval' }).click();
    await rosa.getByText('What you were about to sign has changed').waitFor();
    await rosa.getByRole('button', { name: 'Read it anew' }).click();
    await rosa.getByText('Half of it.').first().waitFor();
    expect((await licensingOf(stage, run)).signatures).toHaveLength(0);
  }, 60_000);
});

describe('a denial', () => {
  it('goes out as a notice, is answered, and is final where the same grounds are signed again', async () => {
    const run = await atLicensing(stage, 'Denied', 'state');
    const lena = await stage.signIn(cast.officerLena, { at: part(run, 'decision', '&propose=denial') });
    const deny = async (reasons: string) => {
      await lena.getByLabel('Criterion 1').fill('15 CFR 742.6(b)(10)');
      await lena.getByLabel('Reasons of the decision').fill(reasons);
      await lena.getByRole('button', { name: 'Propose the denial' }).click();
      await lena.getByRole('heading', { name: 'Lena Fischer proposes to deny' }).waitFor();
    };
    const sign = async () => {
      const rosa = await stage.signIn(cast.countersignerRosa, { at: part(run, 'decision') });
      await rosa.getByRole('button', { name: 'Read and countersign' }).click();
      await rosa.getByRole('button', { name: 'Sign the denial' }).click();
      return rosa;
    };
    await lena.getByText(/Never by the applicant/).waitFor();
    await lena.getByLabel(/^Reasons kept from the applicant/).fill('A source that must not be named.');
    await deny('An agency objects.');
    await lena.getByText('A source that must not be named.').waitFor();
    await lena.emulateMedia({ media: 'print' });
    await lena.getByRole('heading', { name: 'Decision sheet: denial' }).waitFor();
    expect(await lena.getByText('A source that must not be named.').isVisible()).toBe(false);
    await lena.emulateMedia({ media: 'screen' });
    const rosa = await sign();
    await rosa.getByRole('heading', { name: 'The applicant may answer' }).waitFor();
    await rosa.getByText('20 days left').waitFor();
    await axe(rosa);
    await shoot(rosa, 'decide-notice');
    await rosa.emulateMedia({ media: 'print' });
    await rosa.getByRole('heading', { name: 'Decision sheet: denial' }).waitFor();
    expect(await rosa.getByText('A source that must not be named.').isVisible()).toBe(false);
    await elsewhere(stage, run, cast.northgateCompliance, 'notice/answer', {
      answer: 'The end user is our subsidiary.',
    });
    await lena.getByText('The end user is our subsidiary.', { exact: true }).waitFor();
    await deny('The answer changes nothing.');
    await (await sign()).getByText('The application is denied').waitFor();
  }, 90_000);
});

describe('other ways on', () => {
  it('confirm that no licence is required, where technical review found so', async () => {
    const games = demoCases.find(({ reference }) => reference === 'BH-GAMING-4090D');
    const run = caseCalled('Confirmed', cast.blueHarborCompliance);
    await acts.apply(stage.platform.stage, run, games?.content);
    await acts.reviewTechnically(stage.platform.stage, run, cast.reviewerTheo);
    await acts.openedForDecision(stage.platform.stage, run, cast.officerLena);
    const lena = await stage.signIn(cast.officerLena, { at: part(run, 'decision') });
    expect(await lena.getByRole('link', { name: 'Approve' }).count()).toBe(0);
    await lena.getByLabel('Reasons of the decision').fill('Note 2 to 3A090.');
    await axe(lena);
    await lena.getByRole('button', { name: 'Propose that no licence is required' }).click();
    const rosa = await stage.signIn(cast.countersignerRosa, { at: part(run, 'decision') });
    await rosa.getByRole('button', { name: 'Read and countersign' }).click();
    await rosa.getByRole('button', { name: 'Sign the confirmation' }).click();
    await lena.getByText('It is confirmed that no licence is required').waitFor();
  }, 60_000);

  it('returns an application without action', async () => {
    const run = await atLicensing(stage, 'Returned');
    const lena = await stage.signIn(cast.officerLena, { at: part(run, 'decision', '&propose=return') });
    await lena.getByText('Insufficient information').click();
    await lena.getByLabel('What the exporter has to do').fill('Name the ultimate parent.');
    await axe(lena);
    await lena.getByRole('button', { name: 'Return the application' }).click();
    await lena.getByText('Licensing has ended without a decision').waitFor();
  }, 60_000);
});
