import { apply, decide, inEveryRole, openedForDecision, paths, reviewTechnically, takePosition } from '../acts.js';
import { cast } from '../cast.js';
import { chip } from '../chips.js';
import type { DemoCase } from '../scene.js';

const officer = cast.officerLena;

const buyer = {
  name: 'Tin Dragon Compute Co., Ltd.',
  address: '1 Once-Upon-a-Time Plaza, Shenzhen',
  country: 'CN',
  headquarters: 'CN',
} as const;

/** Above both figures of the January 2026 pathway: presumption of denial. */
export const b300: DemoCase = {
  name: 'B300 to China',
  applicant: cast.northgateSales,
  reference: 'NG-B300-007',
  content: {
    exportFrom: 'US',
    parties: inEveryRole(buyer),
    items: [
      {
        line: 1,
        ...chip('B300 (HGX)'),
        description: 'Accelerator with 288 GB of HBM3e for servers of eight',
        quantity: '512',
        unitPrice: { amount: '52000.00', currency: 'USD' },
      },
    ],
    endUse: 'Training of general-purpose language models for commercial customers in one data centre in Shenzhen',
    certifications: { 'know-your-customer': true },
  },
  scenes: [
    { day: 20, title: 'The exporter applies', play: (stage, run) => apply(stage, run) },
    { day: 24, title: 'Technical review', play: (stage, run) => reviewTechnically(stage, run, cast.reviewerAda) },
    {
      day: 40,
      title: 'Two agencies object',
      play: async (stage, run) => {
        await takePosition(stage, run, {
          agency: 'defense',
          position: 'object',
          reasons: 'Presumption of denial, 15 CFR 742.6(b)(10); TPP 56,000 is far above 21,000.',
          withheldReasons: 'Assessment of the end user is held by the agency.',
        });
        await takePosition(stage, run, {
          agency: 'energy',
          position: 'object',
          reasons: 'Presumption of denial, 15 CFR 744.23(d).',
        });
        await takePosition(stage, run, { agency: 'state', position: 'no-objection' });
      },
    },
    {
      day: 56,
      title: 'The officer proposes to deny',
      play: async (stage, run) => {
        await openedForDecision(stage, run, officer);
        await stage.refused(
          run.case.name,
          {
            as: officer,
            step: 'propose approval',
            path: `${paths(run).licensing}/approval`,
            read: paths(run).licensing,
            body: { lines: [{ line: 1, quantity: '1' }], reasons: 'One unit for evaluation.' },
          },
          'OBJECTION_STANDS',
        );
        await decide(stage, run, officer, 'propose denial', 'denial', {
          criteria: ['15 CFR 742.6(b)(10)', '15 CFR 744.23(d)'],
          reasons: 'The items exceed both figures of the case-by-case pathway and two agencies object.',
        });
      },
    },
    {
      day: 58,
      title: 'The countersigner signs; the notice of intent goes out and is not answered',
      play: async (stage, run) =>
        void (await decide(stage, run, cast.countersignerRosa, 'countersign', 'countersign', {})),
    },
    {
      day: 104,
      title: 'The denial has become final',
      play: async (stage, run) =>
        void (await stage.until<{ status: string }>(
          cast.auditor,
          paths(run).overview,
          ({ status }) => status === 'denied',
          'the denial to become final',
        )),
    },
  ],
};
