import { describe, expect, it } from '@jest/globals';
import { cast } from '@exeat/demo';
import { bring, caseCalled } from '../journeys/cases.js';
import { announced } from './announcements.js';
import { browserStage } from './stage.js';

const stage = browserStage({ demo: true });

describe('two reviewers at once', () => {
  it('shows who was faster with a claim, and offers to try again', async () => {
    const { caseId } = await bring(stage.platform.stage, 'submitted', caseCalled('Claimed at once'));
    const ada = await stage.signIn(cast.reviewerAda, { at: `/reviews/technical/${caseId}` });
    await ada.getByRole('button', { name: 'Claim' }).waitFor();
    const theo = await stage.platform.as(cast.reviewerTheo);
    // Theo's claim arrives while Ada's is on its way.
    await ada.route(
      '**/claim',
      async (route) => {
        await theo.ask(`/technical-reviews/${caseId}/claim`, {});
        await route.continue();
      },
      { times: 1 },
    );
    stage.expectTrouble(/^console: .*status of 412/);
    await ada.getByRole('button', { name: 'Claim' }).click();
    const race = ada.getByText('Somebody was faster');
    await race.waitFor();
    await ada.getByText('Theo Lindqvist claimed the technical review').waitFor();
    stage.expectTrouble(/^console: .*status of 409/);
    await ada.getByRole('button', { name: 'Apply mine as well' }).click();
    await ada.getByText('Theo Lindqvist has claimed this review.', { exact: true }).waitFor();
    expect((await theo.get(`/technical-reviews/${caseId}`)).body).toMatchObject({
      holder: { id: cast.reviewerTheo },
    });
  }, 60_000);

  it('shows a finding that came from elsewhere, and records the own one after it where that is wished', async () => {
    const { caseId } = await bring(stage.platform.stage, 'claimed', caseCalled('Found twice'));
    const ada = await stage.signIn(cast.reviewerAda, { at: `/reviews/technical/${caseId}` });
    await ada.getByRole('button', { name: 'Record finding' }).waitFor();
    const elsewhere = await stage.platform.as(cast.reviewerAda);
    await ada.route(
      '**/findings',
      async (route) => {
        await elsewhere.ask(`/technical-reviews/${caseId}/findings`, {
          line: 1,
          paragraph: '3A090.b',
          departure: 'The stated die area is in doubt.',
        });
        await route.continue();
      },
      { times: 1 },
    );
    stage.expectTrouble(/^console: .*status of 412/);
    await ada.getByRole('button', { name: 'Record finding' }).click();
    await ada.getByText('Somebody was faster').waitFor();
    await ada
      .getByRole('list', { name: 'Somebody was faster' })
      .getByText(/departing from the computation/)
      .waitFor();
    await ada.getByRole('button', { name: 'Apply mine as well' }).click();
    await ada.getByText('The finding for line 1 is recorded.').waitFor();
    expect((await elsewhere.get(`/technical-reviews/${caseId}`)).body).toMatchObject({
      items: [{ finding: { paragraph: 'none' } }],
    });
  }, 60_000);

  it('sees who else is here, and what they do, without reloading', async () => {
    const { caseId } = await bring(stage.platform.stage, 'submitted', caseCalled('Looked at by two'));
    const theo = await stage.signIn(cast.reviewerTheo, { at: `/reviews/technical/${caseId}` });
    await theo.getByText('Nobody has claimed this review.').waitFor();
    const ada = await stage.signIn(cast.reviewerAda, { at: `/reviews/technical/${caseId}` });
    await ada.getByText(/Theo Lindqvist/).waitFor();
    await theo.getByRole('button', { name: 'Claim' }).click();
    await ada.getByText('Claimed by Theo Lindqvist.').waitFor();
    await announced(ada, /Theo Lindqvist claimed the technical review/);
    expect(await ada.getByRole('button', { name: 'Claim' }).count()).toBe(0);
    await ada.keyboard.press('f');
    expect(await ada.getByRole('button', { name: 'Record finding' }).count()).toBe(0);
  }, 60_000);
});
