import { certifications } from '@exeat/kernel';
import {
  apply,
  decide,
  inEveryRole,
  learnLicence,
  openedForDecision,
  proposedCondition,
  reviewTechnically,
  ship,
  takePosition,
} from '../acts.js';
import { cast } from '../cast.js';
import { chip } from '../chips.js';
import { dataSheet, letter } from '../documents.js';
import type { DemoCase } from '../scene.js';

const officer = cast.officerMarcus;

const buyer = {
  name: 'Nine Kites Data Centre Co., Ltd.',
  address: '9 Fable Avenue, Guiyang',
  country: 'CN',
  headquarters: 'CN',
} as const;

const item = {
  line: 1,
  ...chip('H200 SXM 141GB'),
  description: 'Accelerator with 141 GB of HBM3e for servers of eight',
  quantity: '4096',
  unitPrice: { amount: '31000.00', currency: 'USD' },
};

/** 3A090.a, below both figures of the January 2026 pathway: case by case, a certificate before each shipment. */
export const h200: DemoCase = {
  name: 'H200 to China in 2026',
  applicant: cast.blueHarborCompliance,
  reference: 'BH-2026-H200',
  content: {
    exportFrom: 'US',
    parties: inEveryRole(buyer),
    items: [item],
    endUse:
      'Training and inference of commercial recommendation models for an online retailer, in one data centre in Guiyang',
    certifications: Object.fromEntries(certifications.map((each) => [each, true])),
  },
  documents: [
    dataSheet(item),
    letter(
      'Statement of the end user.txt',
      'Nine Kites Data Centre Co., Ltd., 9 Fable Avenue, Guiyang',
      'We shall use the accelerators named in the order in our data centre in Guiyang, for the recommendation models of an online retailer, and for nothing else.',
      'They will not be handed on, and not be used for military, military-intelligence or weapons purposes. We agree to be visited.',
      'For the company: Lin Ke, Director of Procurement',
    ),
  ],
  scenes: [
    { day: 110, title: 'The exporter applies', play: (stage, run) => apply(stage, run) },
    {
      day: 113,
      title: 'Technical review',
      play: (stage, run) => reviewTechnically(stage, run, cast.reviewerTheo),
    },
    {
      day: 130,
      title: 'The agencies take their positions',
      play: async (stage, run) => {
        await takePosition(stage, run, {
          agency: 'defense',
          position: 'approve-with-conditions',
          reasons: 'Supplement No. 2 to 15 CFR part 748, paragraph (dd).',
          conditions: [
            {
              clause: 'laboratory-certificate',
              parameters: {},
              reason: 'Paragraph (dd)(3): an independent laboratory in the United States tests a sample of each batch.',
            },
            {
              clause: 'aggregate-tpp-share',
              parameters: { percent: '50' },
              reason: 'Paragraph (dd)(1)(iii): aggregate TPP to China and Macau against aggregate TPP to US customers.',
            },
          ],
        });
        await takePosition(stage, run, { agency: 'energy', position: 'no-objection' });
        await takePosition(stage, run, {
          agency: 'state',
          position: 'approve-with-conditions',
          reasons: 'Consistent with foreign policy where use by the military is excluded, 15 CFR 744.21.',
          conditions: [
            { clause: 'no-military-end-use', parameters: {}, reason: 'The end user serves many customers.' },
          ],
        });
      },
    },
    {
      day: 146,
      title: 'The officer adopts the conditions and proposes fewer units than applied for',
      play: async (stage, run) => {
        await openedForDecision(stage, run, officer);
        for (const clause of ['laboratory-certificate', 'aggregate-tpp-share', 'no-military-end-use']) {
          const id = await proposedCondition(stage, run, officer, clause);
          await decide(stage, run, officer, `adopt ${clause}`, `conditions/${id}/adopt`, {});
        }
        await decide(stage, run, officer, 'propose approval', 'approval', {
          lines: [{ line: 1, quantity: '1024' }],
          reasons:
            'Case by case: TPP 15,832 is below 21,000 and DRAM bandwidth 4,800 GB/s below 6,500; US supply covers a quarter of the units.',
        });
      },
    },
    {
      day: 150,
      title: 'The countersigner signs and the licence is granted',
      play: async (stage, run) => {
        await decide(stage, run, cast.countersignerVictor, 'countersign', 'countersign', {});
        await learnLicence(stage, run);
        await stage.refused(
          run.case.name,
          ship(run, 'ship without certificate', 'BH-SHIP-0001', stage.day(150), '8'),
          'CERTIFICATE_MISSING',
        );
      },
    },
  ],
};
