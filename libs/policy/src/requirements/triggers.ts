import { countryInSentence } from '@exeat/kernel';
import type { Day, Finding, Party } from '@exeat/kernel';
import { belongs } from '../rule-set/places.js';
import type { Authorisation, DestinationRule, HeadquartersRule } from '../rule-set/rules.js';
import type { RuleSet } from '../rule-set/schema.js';
import { inForce } from '../rule-set/standing.js';
import { linesInWords, listed } from '../words.js';
import { destinationsOf, partiesIn, type Reviewed } from './input.js';
import { steeredFrom } from './steered.js';

/** What a rule says of an application: the findings it catches, and one sentence why, or why not. */
interface Trigger {
  readonly findings: readonly Finding[];
  readonly because: string;
}

/** Listed items to a destination of the rule. */
export const destinationTrigger = (rule: DestinationRule, input: Reviewed, ruleSet: RuleSet, day: Day): Trigger => {
  const findings = listedIn(rule.paragraphs, input);
  if (findings.length === 0) return nothingListed(rule.paragraphs);
  const { destinations } = rule;
  const freed: string[] = [];
  const caught: string[] = [];
  for (const country of destinationsOf(input.content, rule.destinationRoles)) {
    const why = destinations
      ? belongs(country, destinations, ruleSet.countryGroups)
      : 'the rule holds for every destination';
    if (why === undefined) continue;
    const authorised = authorisedIn(country, rule, input, ruleSet, day);
    if (authorised) freed.push(`Every party in ${countryInSentence(country)} is authorised (${authorised.citation}).`);
    else caught.push(`${countryInSentence(country)} (${why})`);
  }
  return caught.length > 0
    ? { findings, because: `${meet(findings)} and would go to ${listed(caught)}.` }
    : { findings: [], because: freed.length > 0 ? freed.join(' ') : 'No destination is one of the rule.' };
};

/** Listed items for a party headquartered in, or ultimately owned from, a place of the rule, whatever its address. */
export const headquartersTrigger = (rule: HeadquartersRule, input: Reviewed, { countryGroups }: RuleSet): Trigger => {
  const findings = listedIn(rule.paragraphs, input);
  if (findings.length === 0) return nothingListed(rule.paragraphs);
  const except = rule.exceptDestinations;
  const destinations = destinationsOf(input.content, rule.destinationRoles).filter(
    (country) => !except || belongs(country, except, countryGroups) === undefined,
  );
  if (destinations.length === 0)
    return { findings: [], because: 'The rule for destinations answers for every destination.' };
  const steered = steeredFrom(rule.headquartered, rule.partyRoles, input.content, countryGroups);
  const where = listed(destinations.map(countryInSentence));
  return steered.length > 0
    ? { findings, because: `${meet(findings)}, and ${listed(steered)}; that the items go to ${where} does not matter.` }
    : { findings: [], because: 'No party is headquartered in, or ultimately owned from, a place of the rule.' };
};

const listedIn = (paragraphs: readonly string[], { findings }: Reviewed): readonly Finding[] =>
  findings.filter(({ paragraph }) => paragraphs.includes(paragraph));

const nothingListed = (paragraphs: readonly string[]): Trigger => ({
  findings: [],
  because: `No line meets ${listed(paragraphs)}.`,
});

/** The authorisation of the first receiving party in the country, where every one there holds one. */
const authorisedIn = (country: string, rule: DestinationRule, { content }: Reviewed, ruleSet: RuleSet, day: Day) => {
  const usable = ruleSet.authorisations.filter(
    (entry) => rule.authorisations.includes(entry.id) && inForce(entry, day) && entry.destinations.includes(country),
  );
  const there = partiesIn(content, rule.destinationRoles).filter((party) => party.country === country);
  const held = there.map((party) => usable.find((entry) => covers(entry, party)));
  return held.every((entry) => entry !== undefined) ? held[0] : undefined;
};

/** A party is covered by its own name or by that of the company at the top of its chain. */
const covers = ({ names, headquarteredIn }: Authorisation, { name, headquarters, ultimateParent }: Party): boolean =>
  [{ name, headquarters }, ...(ultimateParent ? [ultimateParent] : [])].some(
    (company) =>
      names.some((authorised) => authorised.toLowerCase() === company.name.toLowerCase()) &&
      (headquarteredIn?.includes(company.headquarters) ?? true),
  );

/** `Line 1 (H200) meets 3A090.a`. */
const meet = (findings: readonly Finding[]): string =>
  `${linesInWords(findings)} ${findings.length === 1 ? 'meets' : 'meet'} ${listed([...new Set(findings.map(({ paragraph }) => paragraph))])}`;
