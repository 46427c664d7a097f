import type { Content } from '@exeat/kernel';
import { apply, inEveryRole, paths, reviewTechnically, save, submit, takePosition } from '../acts.js';
import { cast } from '../cast.js';
import { chip } from '../chips.js';
import type { DemoCase } from '../scene.js';

const buyer = {
  name: 'Falcon and Teapot Computing LLC',
  address: 'Unit 5, Mirage Business Park, Abu Dhabi',
  country: 'AE',
  headquarters: 'AE',
} as const;

const ultimateParent = { name: 'Silver Abacus Group Co., Ltd.', headquarters: 'CN' };

const content: Content = {
  exportFrom: 'US',
  parties: inEveryRole(buyer),
  items: [
    {
      line: 1,
      ...chip('Instinct MI325X'),
      description: 'Accelerator with 256 GB of HBM3e for servers of eight',
      quantity: '640',
      unitPrice: { amount: '20000.00', currency: 'USD' },
    },
  ],
  endUse: 'Training of Arabic language models for commercial customers in one data centre in Abu Dhabi',
  certifications: { 'know-your-customer': true, 'no-military-end-use': true },
};

/** The address is in the United Arab Emirates, the ultimate parent in China: the headquarters rule applies. */
export const mi325x: DemoCase = {
  name: 'MI325X to a company in the United Arab Emirates with a parent in China',
  applicant: cast.northgateCompliance,
  reference: 'NG-MI325X-AUH',
  content,
  scenes: [
    {
      day: 262,
      title: 'The exporter applies without naming the parent company',
      play: (stage, run) => apply(stage, run),
    },
    {
      day: 266,
      title: 'The officer returns it: the ownership chain is missing',
      play: async (stage, run) => {
        await stage.until<{ number?: string | null }>(
          cast.officerLena,
          paths(run).overview,
          ({ number }) => Boolean(number),
          'the application number',
        );
        await stage.ask(run.case.name, {
          as: cast.officerLena,
          step: 'return',
          path: `${paths(run).application}/return`,
          read: paths(run).overview,
          stream: 'submission',
          body: {
            reason: 'insufficient-information',
            explanation: 'Name the ultimate parent of the end user and where it is headquartered.',
          },
        });
      },
    },
    {
      day: 274,
      title: 'The exporter names the parent and submits again',
      play: async (stage, run) => {
        await save(stage, run, 'name the parent', {
          parties: content.parties.map((party) => ({ ...party, ultimateParent })),
        });
        await submit(stage, run, 'submit again');
      },
    },
    {
      day: 278,
      title: 'Technical review',
      play: (stage, run) => reviewTechnically(stage, run, cast.reviewerAda, ' again'),
    },
    {
      day: 284,
      title: 'A first agency takes its position; the others still have time',
      play: (stage, run) => takePosition(stage, run, { agency: 'energy', position: 'no-objection' }),
    },
  ],
};
