import { describe, expect, jest } from '@jest/globals';
import { cast } from '@exeat/demo';
import { takePosition } from './acts/agency-position.js';
import { fillIn, submit } from './acts/application.js';
import { readHistory } from './acts/audit.js';
import {
  add,
  adopt,
  countersign,
  openDecision,
  positionOf,
  proposeApproval,
  proposed,
  reword,
} from './acts/decision.js';
import { fulfil, left, openLicence, ship } from './acts/licence.js';
import { onRecord } from './acts/on-record.js';
import { playOf } from './acts/play.js';
import { reviewTechnically } from './acts/technical-review.js';
import { browserStage } from './stage.js';

jest.setTimeout(60_000);
const stage = browserStage();
const play = playOf(stage, 'NG-H20-001');
let number = '';

describe('H20 to a cloud company in China, by clicks and keys', () => {
  play.scene('is applied for', async () => {
    await play.day(60);
    const nora = await play.signIn(cast.northgateCompliance);
    await fillIn(nora, play.case);
    number = await submit(nora);
  });

  play.scene('meets no paragraph, as technical review finds', async () => {
    await play.day(64);
    const ada = await play.signIn(cast.reviewerAda);
    await reviewTechnically(ada, number, { paragraph: 'No paragraph of 3A090', tpp: '2,368' });
  });

  play.scene('goes to the agencies all the same, three of which take a position', async () => {
    await play.day(80);
    const dana = await play.signIn(cast.agencies.defense);
    await takePosition(dana, number, {
      position: 'Approve with conditions',
      reasons: 'Delivery to the stated site has to be shown, 15 CFR 748.6.',
      conditions: [
        {
          clause: 'Delivery report',
          parameters: { 'The number of days': '30' },
          reason: 'Shows that the units reached the data centre that the application names.',
        },
        {
          clause: 'Site lock',
          parameters: { 'The site': 'Data centre 3, 12 Make-Believe Street, Hangzhou' },
          country: 'CN',
          reason: 'The review rests on this site.',
        },
      ],
    });
    const eli = await play.signIn(cast.agencies.energy);
    await takePosition(eli, number, { position: 'No objection' });
    const june = await play.signIn(cast.agencies.justice);
    await takePosition(june, number, { position: 'No objection' });
  });

  play.scene('is settled and proposed once the silence of the fourth counts as no objection', async () => {
    await play.day(98);
    const lena = await play.signIn(cast.officerLena);
    await openDecision(lena, number);
    expect(await positionOf(lena, 'Department of State')).toContain('Silent: counts as no objection');
    await adopt(lena, 'Delivery report');
    await reword(lena, 'Site lock', {
      parameters: { 'The site': 'Data centre 3, Hangzhou, and its registered successor sites in the same city' },
      reason: 'The landlord renumbers the street; the condition must survive that.',
    });
    await add(lena, {
      clause: 'Share of revenue (financial)',
      parameters: { 'The percentage': '15', 'The legal basis': 'Terms of the licence, August 2025 arrangement' },
      reason: 'Financial term of the arrangement; no part of the reviews.',
    });
    await proposeApproval(lena, {
      units: '1000',
      reasons: 'Case by case under the individual notice; the site and the deliveries can be verified.',
    });
    await proposed(lena, 'Lena Fischer proposes to approve');
  });

  play.scene('is licensed by the signature of another person', async () => {
    await play.day(100);
    const rosa = await play.signIn(cast.countersignerRosa);
    const read = await countersign(rosa, number, 'Sign the approval');
    for (const words of ['1,000', 'registered successor sites', '15 % of the value', 'within 30 days'])
      expect(read).toContain(words);
    await rosa.getByText('The licence is granted').waitFor();
  });

  play.scene('ships a first time', async () => {
    await play.day(130);
    const nora = await play.signIn(cast.northgateCompliance);
    await openLicence(nora);
    await ship(nora, { reference: 'NG-SHIP-0001', on: play.date(130), units: '400' });
    await left(nora, '400 shipped · 600 left');
  });

  play.scene('ships a second time, and no more than was licensed', async () => {
    await play.day(150);
    const nora = await play.signIn(cast.northgateCompliance);
    await openLicence(nora);
    await ship(nora, { reference: 'NG-SHIP-0002', on: play.date(150), units: '450' });
    await left(nora, '850 shipped · 150 left');
    stage.expectTrouble(/^console: .*status of (409|422) .*\/shipments/);
    await ship(nora, { reference: 'NG-SHIP-0003', on: play.date(150), units: '151' });
    await nora.getByRole('link', { name: /^Units: .*has 150 of 1,000 units left; 151 cannot ship/ }).waitFor();
  });

  play.scene('reports the first delivery in time', async () => {
    await play.day(158);
    const nora = await play.signIn(cast.northgateCompliance);
    await openLicence(nora);
    await fulfil(nora, 'delivery report for NG-SHIP-0001', 'NG-DELIVERY-0001');
    await nora.getByText(/^Fulfilled on .* with NG-DELIVERY-0001$/).waitFor();
  });

  play.scene('stands on record as it was done, and the auditor reads the same', async () => {
    const { overview, submitted, sentences, licence, owed } = await onRecord(play, number);
    expect(overview).toMatchObject({ status: 'licensed' });
    expect(submitted).toEqual([play.case.content]);
    expect(sentences).toContainEqual(expect.stringMatching(/^State had said nothing by .* not to object$/));
    const { lines, shipments, conditions } = await licence();
    expect(lines).toMatchObject([
      { quantity: '1000', shippedQuantity: '850', quantityLeft: '150', shippedValue: '10625000.00' },
    ]);
    expect(shipments).toMatchObject([
      { reference: 'NG-SHIP-0001', shippedOn: play.date(130) },
      { reference: 'NG-SHIP-0002', shippedOn: play.date(150) },
    ]);
    expect(conditions.map(({ clause }) => clause).sort()).toEqual(['delivery-report', 'revenue-share', 'site-lock']);
    expect(conditions.find(({ clause }) => clause === 'site-lock')?.text).toContain('registered successor sites');
    const reports = (await owed()).filter(({ evidence }) => evidence === 'delivery-report');
    expect(reports.map(({ about, status, reference }) => [about, status, reference]).sort()).toEqual([
      ['NG-SHIP-0001', 'fulfilled', 'NG-DELIVERY-0001'],
      ['NG-SHIP-0002', 'open', null],
    ]);
    const priya = await play.signIn(cast.auditor);
    expect(await readHistory(priya, number)).toEqual(sentences);
  });
});
