import { describe, expect, jest } from '@jest/globals';
import { cast } from '@exeat/demo';
import { takePosition } from './acts/agency-position.js';
import { fillIn, submit } from './acts/application.js';
import { readHistory } from './acts/audit.js';
import { adopt, countersign, openDecision, proposeApproval, proposed } from './acts/decision.js';
import { openLicence, ship } from './acts/licence.js';
import { onRecord } from './acts/on-record.js';
import { playOf } from './acts/play.js';
import { reviewTechnically } from './acts/technical-review.js';
import { browserStage } from './stage.js';

jest.setTimeout(60_000);
const stage = browserStage();
const play = playOf(stage, 'BH-2026-H200');
let number = '';

describe('H200 to China in 2026, by clicks and keys', () => {
  play.scene('is applied for, with two documents', async () => {
    await play.day(110);
    const mia = await play.signIn(cast.blueHarborCompliance);
    await fillIn(mia, play.case);
    number = await submit(mia);
  });

  play.scene('is found to be 3A090.a', async () => {
    await play.day(113);
    const theo = await play.signIn(cast.reviewerTheo);
    await reviewTechnically(theo, number, { paragraph: '3A090.a', tpp: '15,832' });
  });

  play.scene('is approved with conditions by two agencies', async () => {
    await play.day(130);
    const dana = await play.signIn(cast.agencies.defense);
    await takePosition(dana, number, {
      position: 'Approve with conditions',
      reasons: 'Supplement No. 2 to 15 CFR part 748, paragraph (dd).',
      conditions: [
        {
          clause: 'Laboratory certificate before shipment',
          reason: 'Paragraph (dd)(3): an independent laboratory in the United States tests a sample of each batch.',
        },
        {
          clause: 'Aggregate TPP share',
          parameters: { 'The percentage': '50' },
          reason: 'Paragraph (dd)(1)(iii): aggregate TPP to China and Macau against aggregate TPP to US customers.',
        },
      ],
    });
    const eli = await play.signIn(cast.agencies.energy);
    await takePosition(eli, number, { position: 'No objection' });
    const sam = await play.signIn(cast.agencies.state);
    await takePosition(sam, number, {
      position: 'Approve with conditions',
      reasons: 'Consistent with foreign policy where use by the military is excluded, 15 CFR 744.21.',
      conditions: [{ clause: 'No military end use', reason: 'The end user serves many customers.' }],
    });
  });

  play.scene('is proposed for fewer units than applied for, under all three conditions', async () => {
    await play.day(146);
    const marcus = await play.signIn(cast.officerMarcus);
    await openDecision(marcus, number);
    for (const clause of ['Laboratory certificate before shipment', 'Aggregate TPP share', 'No military end use'])
      await adopt(marcus, clause);
    await proposeApproval(marcus, {
      units: '1024',
      reasons:
        'Case by case: TPP 15,832 is below 21,000 and DRAM bandwidth 4,800 GB/s below 6,500; US supply covers a quarter of the units.',
    });
    await proposed(marcus, 'Marcus Bell proposes to approve');
  });

  play.scene('is licensed by the signature of another person', async () => {
    await play.day(150);
    const victor = await play.signIn(cast.countersignerVictor);
    const read = await countersign(victor, number, 'Sign the approval');
    for (const words of ['1,024', 'Under 3 conditions', 'independent laboratory']) expect(read).toContain(words);
    await victor.getByText('The licence is granted').waitFor();
  });

  play.scene('ships nothing before a certificate is on file', async () => {
    const mia = await play.signIn(cast.blueHarborCompliance);
    await openLicence(mia);
    stage.expectTrouble(/^console: .*status of (409|422) .*\/shipments/);
    await ship(mia, { reference: 'BH-SHIP-0001', on: play.date(150), units: '8' });
    await mia.getByRole('link', { name: /^Units: .*file a certificate first/ }).waitFor();
  });

  play.scene('stands on record as it was done, and the auditor reads the same', async () => {
    const { overview, submitted, sentences, licence } = await onRecord(play, number);
    expect(overview).toMatchObject({ status: 'licensed' });
    expect(submitted).toEqual([play.case.content]);
    const { lines, shipments, conditions } = await licence();
    expect(lines).toMatchObject([{ quantity: '1024', shippedQuantity: '0', quantityLeft: '1024' }]);
    expect(shipments).toEqual([]);
    expect(conditions.map(({ clause }) => clause).sort()).toEqual([
      'aggregate-tpp-share',
      'laboratory-certificate',
      'no-military-end-use',
    ]);
    const { items } = await play.told<{ items: { name: string; mediaType: string }[] }>(
      `/cases/${overview.caseId}/documents`,
    );
    expect(items.map(({ name, mediaType }) => [name, mediaType])).toEqual([
      ['H200 SXM 141GB data sheet.pdf', 'application/pdf'],
      ['Statement of the end user.txt', 'text/plain'],
    ]);
    const priya = await play.signIn(cast.auditor);
    expect(await readHistory(priya, number)).toEqual(sentences);
  });
});
