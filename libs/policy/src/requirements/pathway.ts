import { countryInSentence, exact, type Certification, type Finding } from '@exeat/kernel';
import { figure } from '../classification/figures.js';
import { treatedAs } from '../rule-set/places.js';
import type { PolicyCondition } from '../rule-set/rules.js';
import type { RuleSet } from '../rule-set/schema.js';
import { destinationsOf, type Reviewed } from './input.js';

type Pathway = Extract<PolicyCondition, { kind: 'pathway' }>;

/**
 * What keeps a line off the pathway of January 2026 (91 FR 1684): its figures, where it leaves from, where it goes,
 * what the applicant has not certified. Empty where the line may take it. Both figures are strict bounds, compared
 * exactly, and a figure that is not known does not pass.
 */
export const pathwayShortfalls = (
  { tppBelow, dramBandwidthBelowGBs, exportFrom, destinations, destinationRoles, certifications }: Pathway,
  { computation }: Finding,
  { content }: Reviewed,
  { countryGroups }: RuleSet,
): readonly string[] => {
  const bound = destinationsOf(content, destinationRoles);
  const elsewhere = bound.filter((country) => !destinations.includes(treatedAs(country, countryGroups)));
  const uncertified = certifications.filter((name) => content.certifications[name] !== true);
  return [
    ...figureShortfall('TPP', '', computation.tpp, tppBelow),
    ...figureShortfall('DRAM bandwidth', ' GB/s', computation.dramBandwidthGBs, dramBandwidthBelowGBs),
    ...(exportFrom.includes(content.exportFrom)
      ? []
      : [`the items leave from ${countryInSentence(content.exportFrom)}`]),
    ...(bound.length === 0 ? ['no destination is given'] : []),
    ...elsewhere.map((country) => `the destination ${countryInSentence(country)} is none of the pathway`),
    ...(uncertified.length > 0 ? [`not certified: ${uncertified.map(inWords).join(', ')}`] : []),
  ];
};

/** Why a line takes the pathway, as a sentence without its end. */
export const pathwayMet = ({ tppBelow, dramBandwidthBelowGBs, exportFrom }: Pathway, finding: Finding): string => {
  const { tpp = '', dramBandwidthGBs = '' } = finding.computation;
  return (
    `Case by case: line ${finding.line} (${finding.model}) has TPP ${figure(tpp)}, below ${figure(tppBelow)}, and DRAM bandwidth ` +
    `${figure(dramBandwidthGBs)} GB/s, below ${figure(dramBandwidthBelowGBs)}, leaves from ${exportFrom.map(countryInSentence).join(' or ')}, and every certification is made`
  );
};

const figureShortfall = (name: string, unit: string, value: string | undefined, below: string): readonly string[] => {
  if (value === undefined) return [`${name} is not known`];
  return exact(value).lessThan(below) ? [] : [`${name} ${figure(value)}${unit} is not below ${figure(below)}`];
};

const inWords = (certification: Certification): string =>
  certification.replaceAll('-', ' ').replaceAll(/\b(?:us|tpp)\b/g, (letters) => letters.toUpperCase());
