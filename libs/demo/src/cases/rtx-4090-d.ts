import { apply, decide, inEveryRole, openedForDecision, paths, reviewTechnically } from '../acts.js';
import { cast } from '../cast.js';
import { chip } from '../chips.js';
import type { DemoCase } from '../scene.js';

const officer = cast.officerMarcus;

const buyer = {
  name: 'Marzipan Games Distribution Co., Ltd.',
  address: '7 Storybook Lane, Shanghai',
  country: 'CN',
  headquarters: 'CN',
} as const;

/** Not designed or marketed for datacentres and below 4800: Note 2 takes it out of 3A090. */
export const rtx4090d: DemoCase = {
  name: 'RTX 4090 D for a consumer distributor',
  applicant: cast.blueHarborCompliance,
  reference: 'BH-GAMING-4090D',
  content: {
    exportFrom: 'US',
    parties: inEveryRole(buyer),
    items: [
      {
        line: 1,
        ...chip('GeForce RTX 4090 D'),
        description: 'Consumer graphics card for desktop computers, boxed for retail',
        quantity: '15000',
        unitPrice: { amount: '1599.00', currency: 'USD' },
      },
    ],
    endUse: 'Retail sale of boxed graphics cards to consumers who play games on desktop computers',
    certifications: {},
  },
  scenes: [
    { day: 5, title: 'The exporter applies', play: (stage, run) => apply(stage, run) },
    { day: 7, title: 'Technical review', play: (stage, run) => reviewTechnically(stage, run, cast.reviewerTheo) },
    {
      day: 9,
      title: 'The officer proposes to confirm that no licence is required',
      play: async (stage, run) => {
        await openedForDecision(stage, run, officer);
        await decide(stage, run, officer, 'propose no licence required', 'no-licence-required', {
          reasons: 'Note 2 to 3A090: not designed or marketed for datacentres, and TPP 4,704 is below 4,800.',
        });
      },
    },
    {
      day: 10,
      title: 'The countersigner signs',
      play: async (stage, run) => {
        await decide(stage, run, cast.countersignerVictor, 'countersign', 'countersign', {});
        await stage.until<{ status: string }>(
          cast.auditor,
          paths(run).overview,
          ({ status }) => status === 'no-licence-required',
          'the confirmation',
        );
      },
    },
  ],
};
