import { describe, expect, jest } from '@jest/globals';
import { cast } from '@exeat/demo';
import { takePosition } from './acts/agency-position.js';
import { fillIn, nameTheUltimateParent, submit } from './acts/application.js';
import { readHistory } from './acts/audit.js';
import { returnWithoutAction } from './acts/decision.js';
import { onRecord } from './acts/on-record.js';
import { goTo, playOf } from './acts/play.js';
import { reviewTechnically } from './acts/technical-review.js';
import { browserStage } from './stage.js';

jest.setTimeout(60_000);
const play = playOf(browserStage(), 'NG-MI325X-AUH');
const ultimateParent = { name: 'Silver Abacus Group Co., Ltd.', headquarters: 'CN' };
const explanation = 'Name the ultimate parent of the end user and where it is headquartered.';
let first = '';
let number = '';

describe('MI325X to a company in the Emirates with a parent in China, by clicks and keys', () => {
  play.scene('is applied for without its parent company', async () => {
    await play.day(262);
    const nora = await play.signIn(cast.northgateCompliance);
    await fillIn(nora, play.case);
    first = await submit(nora);
  });

  play.scene('is returned: the ownership chain is missing', async () => {
    await play.day(266);
    const lena = await play.signIn(cast.officerLena);
    await returnWithoutAction(lena, first, { reason: 'Insufficient information', explanation });
  });

  play.scene('is mended and submitted again, under a new number', async () => {
    await play.day(274);
    const nora = await play.signIn(cast.northgateCompliance);
    await goTo(nora, 'My cases');
    await nora.getByText('Returned', { exact: true }).waitFor();
    await nora.getByRole('link', { name: play.case.reference }).click();
    await nora.getByText(explanation).waitFor();
    await nameTheUltimateParent(nora, ultimateParent);
    number = await submit(nora);
    expect(number).not.toBe(first);
  });

  play.scene('is found to be 3A090.a', async () => {
    await play.day(278);
    const ada = await play.signIn(cast.reviewerAda);
    await reviewTechnically(ada, number, { paragraph: '3A090.a', tpp: '20,919.2' });
  });

  play.scene('has a first position; the other agencies still have time', async () => {
    await play.day(284);
    const eli = await play.signIn(cast.agencies.energy);
    await takePosition(eli, number, { position: 'No objection' });
    const lena = await play.signIn(cast.officerLena);
    await goTo(lena, 'Cases');
    await lena.getByRole('link', { name: number }).click();
    await lena.getByText(/^1 of \d positions in\.$/).waitFor();
    await lena
      .getByText(/Silver Abacus .* headquartered in the People's Republic of China/)
      .first()
      .waitFor();
  });

  play.scene('stands on record as it was done, and the auditor reads the same', async () => {
    const { overview, submitted, sentences } = await onRecord(play, number);
    expect(overview).toMatchObject({ status: 'in-security-review', round: 2, licenceNumber: null, decision: null });
    const { content } = play.case;
    const parties = content.parties.map((party) => ({ ...party, ultimateParent }));
    expect(submitted).toEqual([content, { ...content, parties }]);
    const priya = await play.signIn(cast.auditor);
    expect(await readHistory(priya, number)).toEqual(sentences);
  });
});
