import {
  decide,
  apply,
  learnLicence,
  openedForDecision,
  paths,
  proposedCondition,
  reviewTechnically,
  ship,
  takePosition,
} from '../acts.js';
import { cast } from '../cast.js';
import { chip } from '../chips.js';
import type { DemoCase } from '../scene.js';

const officer = cast.officerLena;
const countersigner = cast.countersignerRosa;

/** Below every 3A090 paragraph; an individual notice to the exporter makes a licence necessary all the same. */
export const h20: DemoCase = {
  name: 'H20 to a cloud company in China',
  applicant: cast.northgateCompliance,
  reference: 'NG-H20-001',
  content: {
    exportFrom: 'US',
    parties: [
      {
        role: 'purchaser',
        name: 'Paper Lantern Cloud Co., Ltd.',
        address: '88 Imaginary Road, Hangzhou',
        country: 'CN',
        headquarters: 'CN',
      },
      {
        role: 'ultimate-consignee',
        name: 'Paper Lantern Cloud Co., Ltd.',
        address: '88 Imaginary Road, Hangzhou',
        country: 'CN',
        headquarters: 'CN',
      },
      {
        role: 'end-user',
        name: 'Paper Lantern Cloud Co., Ltd.',
        address: 'Data centre 3, 12 Make-Believe Street, Hangzhou',
        country: 'CN',
        headquarters: 'CN',
      },
    ],
    items: [
      {
        line: 1,
        ...chip('H20 SXM 96GB'),
        description: 'Accelerator for inference of language models, 8 to a server board',
        quantity: '2000',
        unitPrice: { amount: '12500.00', currency: 'USD' },
      },
    ],
    endUse: 'Inference of commercial language models for customers of the public cloud in one data centre in Hangzhou',
    certifications: { 'know-your-customer': true, 'no-military-end-use': true, 'recipient-security-procedures': true },
  },
  scenes: [
    { day: 60, title: 'The exporter applies', play: (stage, run) => apply(stage, run) },
    { day: 64, title: 'Technical review', play: (stage, run) => reviewTechnically(stage, run, cast.reviewerAda) },
    {
      day: 80,
      title: 'The agencies take their positions',
      play: async (stage, run) => {
        await takePosition(stage, run, {
          agency: 'defense',
          position: 'approve-with-conditions',
          reasons: 'Delivery to the stated site has to be shown, 15 CFR 748.6.',
          conditions: [
            {
              clause: 'delivery-report',
              parameters: { days: '30' },
              reason: 'Shows that the units reached the data centre that the application names.',
            },
            {
              clause: 'site-lock',
              parameters: { site: 'Data centre 3, 12 Make-Believe Street, Hangzhou', country: 'CN' },
              reason: 'The review rests on this site.',
            },
          ],
        });
        await takePosition(stage, run, { agency: 'energy', position: 'no-objection' });
        await takePosition(stage, run, { agency: 'justice', position: 'no-objection' });
      },
    },
    {
      day: 98,
      title: 'One agency has said nothing: its day passes, and the officer settles the conditions',
      play: async (stage, run) => {
        await openedForDecision(stage, run, officer);
        const adopt = await proposedCondition(stage, run, officer, 'delivery-report');
        await decide(stage, run, officer, 'adopt delivery report', `conditions/${adopt}/adopt`, {});
        const site = await proposedCondition(stage, run, officer, 'site-lock');
        await decide(stage, run, officer, 'reword site', `conditions/${site}/reword`, {
          parameters: {
            site: 'Data centre 3, Hangzhou, and its registered successor sites in the same city',
            country: 'CN',
          },
          reason: 'The landlord renumbers the street; the condition must survive that.',
        });
        await decide(stage, run, officer, 'add revenue share', 'conditions', {
          clause: 'revenue-share',
          parameters: { percent: '15', legalBasis: 'Terms of the licence, August 2025 arrangement' },
          reason: 'Financial term of the arrangement; no part of the reviews.',
        });
        await decide(stage, run, officer, 'propose approval', 'approval', {
          lines: [{ line: 1, quantity: '1000' }],
          reasons: 'Case by case under the individual notice; the site and the deliveries can be verified.',
        });
      },
    },
    {
      day: 100,
      title: 'The countersigner signs and the licence is granted',
      play: async (stage, run) => {
        await decide(stage, run, countersigner, 'countersign', 'countersign', {});
        await learnLicence(stage, run);
      },
    },
    {
      day: 130,
      title: 'First shipment',
      play: async (stage, run) =>
        void (await stage.ask(run.case.name, ship(run, 'ship 1', 'NG-SHIP-0001', stage.day(130), '400'))),
    },
    {
      day: 150,
      title: 'Second shipment; a third would overdraw the line',
      play: async (stage, run) => {
        await stage.ask(run.case.name, ship(run, 'ship 2', 'NG-SHIP-0002', stage.day(150), '450'));
        await stage.refused(
          run.case.name,
          ship(run, 'ship 3', 'NG-SHIP-0003', stage.day(150), '151'),
          'LINE_OVERDRAWN',
        );
      },
    },
    {
      day: 158,
      title: 'The first delivery report arrives in time',
      play: async (stage, run) => {
        const { items } = await stage.until<{ items: readonly Owed[] }>(
          run.case.applicant,
          '/api/v1/obligations?limit=100',
          (body) => body.items.some((owed) => isFirstReport(owed, run.licenceNumber)),
          'the delivery reports to be owed',
        );
        const first = items.find((owed) => isFirstReport(owed, run.licenceNumber));
        await stage.ask(run.case.name, {
          as: run.case.applicant,
          step: 'delivery report 1',
          path: `${paths(run).licence}/obligations/${first?.obligationId}/fulfil`,
          read: paths(run).licence,
          body: { reference: 'NG-DELIVERY-0001' },
        });
      },
    },
  ],
};

interface Owed {
  readonly obligationId: string;
  readonly licenceNumber: string;
  readonly evidence: string;
  readonly about: string;
}

const isFirstReport = ({ licenceNumber, evidence, about }: Owed, wanted: string): boolean =>
  licenceNumber === wanted && evidence === 'delivery-report' && about.includes('NG-SHIP-0001');
