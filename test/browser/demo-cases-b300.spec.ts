import { describe, expect, jest } from '@jest/globals';
import { cast } from '@exeat/demo';
import { takePosition } from './acts/agency-position.js';
import { fillIn, submit } from './acts/application.js';
import { readHistory } from './acts/audit.js';
import { countersign, openDecision, positionOf, proposeApproval, proposed, proposeDenial } from './acts/decision.js';
import { onRecord } from './acts/on-record.js';
import { goTo, playOf } from './acts/play.js';
import { reviewTechnically } from './acts/technical-review.js';
import { browserStage } from './stage.js';

jest.setTimeout(60_000);
const stage = browserStage();
const play = playOf(stage, 'NG-B300-007');
const secret = 'Assessment of the end user is held by the agency.';
const criteria = ['15 CFR 742.6(b)(10)', '15 CFR 744.23(d)'];
const reasons = 'The items exceed both figures of the case-by-case pathway and two agencies object.';
let number = '';

describe('B300 to China, by clicks and keys', () => {
  play.scene('is applied for', async () => {
    await play.day(20);
    const owen = await play.signIn(cast.northgateSales);
    await fillIn(owen, play.case);
    number = await submit(owen);
  });

  play.scene('is found to be 3A090.a', async () => {
    await play.day(24);
    const ada = await play.signIn(cast.reviewerAda);
    await reviewTechnically(ada, number, { paragraph: '3A090.a', tpp: '56,000' });
  });

  play.scene('is objected to by two agencies', async () => {
    await play.day(40);
    const dana = await play.signIn(cast.agencies.defense);
    await takePosition(dana, number, {
      position: 'Object',
      reasons: 'Presumption of denial, 15 CFR 742.6(b)(10); TPP 56,000 is far above 21,000.',
      withheldReasons: secret,
    });
    const eli = await play.signIn(cast.agencies.energy);
    await takePosition(eli, number, { position: 'Object', reasons: 'Presumption of denial, 15 CFR 744.23(d).' });
    const sam = await play.signIn(cast.agencies.state);
    await takePosition(sam, number, { position: 'No objection' });
  });

  play.scene('cannot be approved, so its denial is proposed', async () => {
    await play.day(56);
    const lena = await play.signIn(cast.officerLena);
    await openDecision(lena, number);
    expect(await positionOf(lena, 'Department of Defense')).toContain('Bars an approval');
    await proposeApproval(lena, { units: '1', reasons: 'One unit for evaluation.' });
    await lena
      .getByRole('alert')
      .getByText(/objects/)
      .first()
      .waitFor();
    stage.expectTrouble(/^console: .*status of (409|422) .*\/approval/);
    await proposeDenial(lena, { criteria, reasons });
    await proposed(lena, 'Lena Fischer proposes to deny');
  });

  play.scene('gets a notice of intent by the signature of another person', async () => {
    await play.day(58);
    const rosa = await play.signIn(cast.countersignerRosa);
    const read = await countersign(rosa, number, 'Sign the denial');
    for (const words of [...criteria, reasons]) expect(read).toContain(words);
    await rosa.getByRole('heading', { name: 'Notice of intent to deny' }).waitFor();
  });

  play.scene('announces it to the applicant, who may answer and does not', async () => {
    const owen = await play.signIn(cast.northgateSales);
    await goTo(owen, 'My cases');
    await owen.getByRole('link', { name: 'Read and answer the notice about NG-B300-007' }).click();
    await owen.getByRole('heading', { level: 1, name: 'Notice of intent to deny' }).waitFor();
    await owen.getByText(reasons).waitFor();
    for (const criterion of criteria) await owen.getByText(criterion, { exact: true }).waitFor();
    expect(await owen.getByText(secret).count()).toBe(0);
  });

  play.scene('is denied for good once the time to answer has passed', async () => {
    const owen = await play.signIn(cast.northgateSales);
    await owen.getByText('Intent to deny', { exact: true }).waitFor();
    await play.day(104);
    await owen.getByText('Denied', { exact: true }).waitFor();
    await owen.getByRole('link', { name: play.case.reference }).click();
    await owen.getByRole('region', { name: 'Decision' }).getByText(reasons).first().waitFor();
    expect(await owen.getByText(secret).count()).toBe(0);
  });

  play.scene('stands on record as it was done, and the auditor reads the same', async () => {
    const { overview, submitted, sentences } = await onRecord(play, number);
    expect(overview).toMatchObject({
      status: 'denied',
      licenceNumber: null,
      decision: { outcome: 'denied', criteria, reasons },
    });
    expect(submitted).toEqual([play.case.content]);
    expect(sentences.join('\n')).toMatch(
      /"object" for Defense[^]*"object" for Energy[^]*notice of intent to deny[^]*was denied under/,
    );
    expect(sentences.join()).not.toMatch(/answered the notice|One unit for evaluation/);
    const priya = await play.signIn(cast.auditor);
    expect(await readHistory(priya, number)).toEqual(sentences);
  });
});
