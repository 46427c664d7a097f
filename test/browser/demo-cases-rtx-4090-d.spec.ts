import { describe, expect, jest } from '@jest/globals';
import { cast } from '@exeat/demo';
import { fillIn, submit } from './acts/application.js';
import { readHistory } from './acts/audit.js';
import { countersign, openDecision, proposed, proposeThatNoneIsRequired } from './acts/decision.js';
import { onRecord } from './acts/on-record.js';
import { goTo, playOf } from './acts/play.js';
import { reviewTechnically } from './acts/technical-review.js';
import { browserStage } from './stage.js';

jest.setTimeout(60_000);
const play = playOf(browserStage(), 'BH-GAMING-4090D');
let number = '';

describe('RTX 4090 D for a consumer distributor, by clicks and keys', () => {
  play.scene('is applied for', async () => {
    await play.day(5);
    const mia = await play.signIn(cast.blueHarborCompliance);
    await fillIn(mia, play.case);
    number = await submit(mia);
  });

  play.scene('meets no paragraph, as technical review finds', async () => {
    await play.day(7);
    const theo = await play.signIn(cast.reviewerTheo);
    await reviewTechnically(theo, number, { paragraph: 'No paragraph of 3A090', tpp: '4,704' });
  });

  play.scene('is proposed to need no licence', async () => {
    await play.day(9);
    const marcus = await play.signIn(cast.officerMarcus);
    await openDecision(marcus, number);
    await proposeThatNoneIsRequired(
      marcus,
      'Note 2 to 3A090: not designed or marketed for datacentres, and TPP 4,704 is below 4,800.',
    );
    await proposed(marcus, 'Marcus Bell proposes to confirm that no licence is required');
  });

  play.scene('is signed by another person', async () => {
    await play.day(10);
    const victor = await play.signIn(cast.countersignerVictor);
    const read = await countersign(victor, number, 'Sign the confirmation');
    expect(read).toContain('Note 2 to 3A090');
    await victor.getByText('It is confirmed that no licence is required').waitFor();
  });

  play.scene('is told to the applicant', async () => {
    const mia = await play.signIn(cast.blueHarborCompliance);
    await goTo(mia, 'My cases');
    await mia.getByText('Waits for nothing').waitFor();
    await mia.getByRole('link', { name: play.case.reference }).click();
    await mia.getByRole('region', { name: 'Decision' }).getByText('Note 2 to 3A090').waitFor();
  });

  play.scene('stands on record as it was done, and the auditor reads the same', async () => {
    const { overview, submitted, sentences } = await onRecord(play, number);
    expect(overview).toMatchObject({ status: 'no-licence-required', licenceNumber: null });
    expect(submitted).toEqual([play.case.content]);
    expect(sentences).toContainEqual(expect.stringContaining('meeting no 3A090 paragraph (Note 2): TPP 4,704'));
    const priya = await play.signIn(cast.auditor);
    expect(await readHistory(priya, number)).toEqual(sentences);
  });
});
