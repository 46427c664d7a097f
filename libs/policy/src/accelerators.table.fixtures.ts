import { specificationOf, type Row } from './accelerators.fixtures.js';
import { current, policy } from './policy.fixtures.js';

/** What a reader of the table should know beyond the computation: where a figure is missing, a bound, or disputed. */
const remarks: Readonly<Record<string, string>> = {
  'H20 SXM 96GB':
    'Meets no paragraph: some public trackers list it under b.2, which the figures do not bear out. Its licence requirement came from an individual notice.',
  'GH200 (GPU part, HBM3e)': 'The die area is not listed because of the CPU die; a.1 decides without it.',
  L2: 'TF32 counted with 32 bits would give TPP 1,545.6 in place of 1,544; both are below 1,600.',
  L20: 'TF32 counted with 32 bits would give TPP 1,913.6 and density 3.1422 in place of 3.1396; both are below 3.2.',
  'GeForce RTX 4090 D': 'The rates are derived from those of the RTX 4090, so the margin to 4,800 is an estimate.',
  'RTX 6000D (China)':
    'No rate is published, and it is not known whether it is for datacentres: undetermined, never "not controlled".',
  'Instinct MI308X': 'No rate is published: undetermined, never "not controlled".',
  'Gaudi3 HL-328 (China OAM)': 'No rate is published: undetermined, never "not controlled".',
  'Gaudi3 HL-388 (China PCIe)': 'No rate is published: undetermined, never "not controlled".',
  'Ascend 910B4': 'TPP 4,480 lies where the density decides, and the die area is not published: undetermined.',
  'TPU v4': 'The die area is an upper bound, so the density is a lower bound; it is above 5.92 already.',
  A30: 'INT4 drives; with INT8 alone (TPP 2,640, density 3.1961) b.1 would still be met, b.2 would not.',
  'Instinct MI210':
    'FP64 matrix drives by 3.2 over FP16; another source gives a die of 790 mm² (density 3.67), with the same result.',
  'Instinct MI350X': 'FP6 runs at the rate of FP4, so 6 bit gives the highest TPP.',
  'Instinct MI355X':
    'FP6 runs at the rate of FP4, so 6 bit gives the highest TPP; trackers that quote 40,265 leave it out.',
};

/** The table of all chips as computed, beside what is listed; `libs/policy/accelerators.md` must be exactly this. */
export const tableOf = (rows: readonly Row[]): string =>
  [
    '# The chips of accelerators.csv, one by one',
    '',
    `Computed under \`${current.id}\` from \`data/accelerators.csv\`; a test keeps this table equal to what the code computes.`,
    'Every row comes to the paragraph that is listed. Remarks explain the rows whose figures are missing, bounds or disputed.',
    '',
    '| chip | computed | listed | TPP | density | sentence |',
    '|---|---|---|---|---|---|',
    ...rows.map(lineOf),
    '',
  ].join('\n');

const lineOf = (row: Row): string => {
  const name = row['name'] ?? '';
  const { paragraph, limbs, tpp, performanceDensity, explanation } = policy.classify(specificationOf(row), current);
  const sentence = [explanation.at(-1), remarks[name]].filter(Boolean).join(' ');
  const computed = [paragraph, limbs.join(', ')].filter(Boolean).join(': ');
  return `| ${[name, computed, row['expected_eccn_paragraph'], tpp ?? 'unknown', performanceDensity ?? 'unknown', sentence].join(' | ')} |`;
};
