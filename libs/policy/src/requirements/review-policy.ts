import { countryInSentence, unreachable, type Day, type Finding, type LicenceRequirement } from '@exeat/kernel';
import { belongs } from '../rule-set/places.js';
import type { PolicyCondition } from '../rule-set/rules.js';
import type { RuleSet } from '../rule-set/schema.js';
import { inForce } from '../rule-set/standing.js';
import { listed } from '../words.js';
import { destinationsOf, partiesIn, type Reviewed } from './input.js';
import { pathwayMet, pathwayShortfalls } from './pathway.js';
import { named, seatsOf, steeredFrom } from './steered.js';

export type PolicyFound = Pick<LicenceRequirement, 'reviewPolicy' | 'policyBecause'>;

/** The review policy for a line: the first of the rule set, in order, that applies on the day. */
export const reviewPolicyFor = (finding: Finding, input: Reviewed, ruleSet: RuleSet, day: Day): PolicyFound => {
  const notMet: string[] = [];
  for (const rule of ruleSet.reviewPolicies.filter((policy) => inForce(policy, day))) {
    const because = applies(rule.when, finding, input, ruleSet);
    if (because !== undefined)
      return { reviewPolicy: rule.policy, policyBecause: [`${because} (${rule.citation}).`, ...notMet].join(' ') };
    // The pathway is what an applicant hopes for: where it is closed they are told by what.
    if (rule.when.kind === 'pathway' && mayUsePathway(rule.when, finding, input, ruleSet))
      notMet.push(
        `The pathway of ${rule.citation} is closed: ${listed(pathwayShortfalls(rule.when, finding, input, ruleSet))}.`,
      );
  }
  throw new Error(`${ruleSet.id} has no review policy for ${day}: its last one must always apply.`);
};

/** Worth saying only of items that the pathway was made for, and where somebody asked for it or the items go there. */
const mayUsePathway = (
  when: Extract<PolicyCondition, { kind: 'pathway' }>,
  { paragraph }: Finding,
  { content }: Reviewed,
  { countryGroups }: RuleSet,
): boolean =>
  paragraph === '3A090.a' &&
  destinationsOf(content, when.destinationRoles).some((country) =>
    belongs(
      country,
      { countries: when.destinations, groups: [], butNotGroups: [], butNotCountries: [] },
      countryGroups,
    ),
  );

/** Why the condition is met, as a sentence without its end; undefined where it is not met. */
const applies = (when: PolicyCondition, finding: Finding, input: Reviewed, ruleSet: RuleSet): string | undefined => {
  const line = `line ${finding.line} (${finding.model})`;
  switch (when.kind) {
    case 'recipients-headquartered': {
      const recipients = partiesIn(input.content, when.roles);
      const friendly = recipients.every(
        (party) =>
          belongs(party.headquarters, when.in, ruleSet.countryGroups) !== undefined &&
          seatsOf(party).every(
            ({ country }) => belongs(country, when.notOwnedFrom, ruleSet.countryGroups) === undefined,
          ),
      );
      return recipients.length > 0 && friendly
        ? `Presumption of approval: ${listed(recipients.map((party) => `${named(party)} is headquartered in ${countryInSentence(party.headquarters)}`))}`
        : undefined;
    }
    case 'paragraph': {
      if (!when.paragraphs.includes(finding.paragraph)) return undefined;
      if (!when.unlessForDatacentres.includes(finding.paragraph))
        return `Case by case: ${line} meets ${finding.paragraph}`;
      return finding.computation.datacentre === 'no'
        ? `Case by case: ${line} meets ${finding.paragraph} but is not designed or marketed for use in datacentres`
        : undefined;
    }
    case 'pathway':
      return pathwayShortfalls(when, finding, input, ruleSet).length === 0 ? pathwayMet(when, finding) : undefined;
    case 'judgement':
      return undefined;
    case 'bound-for-or-headquartered':
      return boundForOrHeadquartered(when, input, ruleSet);
    case 'otherwise':
      return 'Case by case: no other review policy applies';
    default:
      return unreachable(when);
  }
};

const boundForOrHeadquartered = (
  { places, destinationRoles, partyRoles }: Extract<PolicyCondition, { kind: 'bound-for-or-headquartered' }>,
  { content }: Reviewed,
  { countryGroups }: RuleSet,
): string | undefined => {
  const bound = destinationsOf(content, destinationRoles).flatMap((country) => {
    const why = belongs(country, places, countryGroups);
    return why === undefined ? [] : [`the items would go to ${countryInSentence(country)} (${why})`];
  });
  const reasons = [...bound, ...steeredFrom(places, partyRoles, content, countryGroups)];
  return reasons.length > 0 ? `Presumption of denial: ${listed(reasons)}` : undefined;
};
