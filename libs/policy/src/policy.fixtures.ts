import type {
  Certification,
  Content,
  Finding,
  IntegratedCircuit,
  Item,
  Paragraph,
  Party,
  Rate,
  Specification,
} from '@exeat/kernel';
import { certifications } from '@exeat/kernel';
import { Policy } from './policy.js';
import type { Reviewed } from './requirements/input.js';
import type { RuleSet } from './rule-set/schema.js';

/** The data files of the project: the specs run on what the system runs on. */
export const policy = new Policy();

/** A day on which the current rule set applies, and the rule set. */
export const today = '2026-10-01';
export const current: RuleSet = policy.ruleSetOn(today);

export const rate = (denseTops: string, bits: number, format = `fp${bits}`): Rate => ({ format, bits, denseTops });

/** A datacentre circuit of one die, unless said otherwise. */
export const circuit = (parts: Partial<IntegratedCircuit> = {}): IntegratedCircuit => ({
  kind: 'integrated-circuit',
  rates: [rate('296', 8)],
  dies: [{ areaMm2: '814', nonPlanar: true }],
  designedOrMarketedForDatacentre: 'yes',
  ...parts,
});

/** A circuit of this TPP and performance density: area 1000 mm² at most six decimals, rate at one bit. */
export const circuitOf = (tpp: string, area: string | undefined, datacentre: 'yes' | 'no' | 'unknown') =>
  withDies(circuit({ rates: [rate(tpp, 1, 'binary')], designedOrMarketedForDatacentre: datacentre }), area);

const withDies = ({ dies: _, ...rest }: IntegratedCircuit, area: string | undefined): IntegratedCircuit =>
  area === undefined ? rest : { ...rest, dies: [{ areaMm2: area, nonPlanar: true }] };

const figures = (parts: Partial<IntegratedCircuit>) => circuit(parts);

/** The chips of the demonstration, with the figures of accelerators.csv. */
export const chips = {
  h20: figures({
    rates: [rate('148', 16, 'fp16'), rate('296', 8, 'fp8'), rate('296', 8, 'int8')],
    dramBandwidthGBs: '4000',
  }),
  h200: figures({ rates: [rate('989.5', 16, 'fp16'), rate('1979', 8, 'fp8')], dramBandwidthGBs: '4800' }),
  b300: withDies(
    figures({ rates: [rate('2250', 16), rate('4500', 8), rate('14000', 4)], dramBandwidthGBs: '8000' }),
    '1628',
  ),
  rtx4090d: withDies(
    figures({
      rates: [rate('294', 16), rate('588', 8)],
      dramBandwidthGBs: '1008',
      interconnectBandwidthGBs: '64',
      designedOrMarketedForDatacentre: 'no',
    }),
    '608',
  ),
  l40: withDies(figures({ rates: [rate('362', 8)], dramBandwidthGBs: '864' }), '608'),
  mi325x: withDies(figures({ rates: [rate('1307.4', 16), rate('2614.9', 8)], dramBandwidthGBs: '6000' }), undefined),
} as const satisfies Record<string, IntegratedCircuit>;

export const item = (model: string, specification: Specification, line = 1): Item => ({
  line,
  model,
  manufacturer: 'A manufacturer',
  description: 'An accelerator',
  quantity: '100',
  unitPrice: { amount: '10000', currency: 'USD' },
  specification,
});

export const party = (role: Party['role'], country: string, parts: Partial<Party> = {}): Party => ({
  role,
  name: `A company in ${country}`,
  address: 'A street',
  country,
  headquarters: country,
  ...parts,
});

/** What is applied for: the items to one consignee who is also the end user, from the United States. */
export const content = (items: readonly Item[], recipient: Party, parts: Partial<Content> = {}): Content => ({
  exportFrom: 'US',
  parties: [recipient, { ...recipient, role: 'end-user' }],
  items: [...items],
  endUse: 'Training of models',
  certifications: {},
  ...parts,
});

export const allCertified: Record<Certification, boolean> = Object.fromEntries(
  certifications.map((name) => [name, true]),
) as Record<Certification, boolean>;

/** The content with a finding for each line as computed, or as given. */
export const reviewed = (
  of: Content,
  {
    applicant = 'blueharbor',
    paragraph,
    ruleSet = current,
  }: { applicant?: string; paragraph?: Paragraph; ruleSet?: RuleSet } = {},
): Reviewed => ({
  applicant: { companyId: applicant, name: 'An exporter' },
  content: of,
  findings: of.items.map(({ line, model, specification }): Finding => {
    const computation = policy.classify(specification, ruleSet);
    return { line, model, paragraph: paragraph ?? computation.paragraph, computation };
  }),
});

export const inChina = (parts: Partial<Party> = {}): Party => party('ultimate-consignee', 'CN', parts);
