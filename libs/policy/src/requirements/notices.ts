import { countryInSentence, exact, type Day, type Finding, type IntegratedCircuit } from '@exeat/kernel';
import { figure } from '../classification/figures.js';
import { belongs } from '../rule-set/places.js';
import type { NoticeRule } from '../rule-set/rules.js';
import type { RuleSet } from '../rule-set/schema.js';
import { linesInWords, listed } from '../words.js';
import { destinationsOf, type Reviewed } from './input.js';
import type { Criterion, Notice } from './notice.schema.js';
import { steeredFrom } from './steered.js';

/** What an individual notice says of an application. */
interface NoticeTrigger {
  readonly notice: Notice;
  readonly findings: readonly Finding[];
  readonly because: string;
  /** Lines whose figures do not tell whether the notice catches them. */
  readonly open: readonly { readonly finding: Finding; readonly missing: readonly string[] }[];
}

/** Every notice to the applicant that is in force on the day and reaches a destination or a party of the application. */
export const noticeTriggers = (
  notices: readonly Notice[],
  rule: NoticeRule,
  input: Reviewed,
  ruleSet: RuleSet,
  day: Day,
): readonly NoticeTrigger[] =>
  notices
    .filter((notice) => notice.addressee.includes(input.applicant.companyId) && lastsOn(notice, day))
    .flatMap((notice) => {
      const reach = reachOf(notice, rule, input, ruleSet);
      return reach === undefined ? [] : [triggerOf(notice, reach, input)];
    });

const lastsOn = ({ issuedOn, effectiveUntil }: Notice, day: Day): boolean =>
  issuedOn <= day && (effectiveUntil === undefined || day <= effectiveUntil);

/** Why the notice reaches the application: its destination, or who stands behind a party. */
const reachOf = (notice: Notice, rule: NoticeRule, { content }: Reviewed, ruleSet: RuleSet): string | undefined => {
  const groups = ruleSet.countryGroups;
  const bound = destinationsOf(content, rule.destinationRoles).flatMap((country) => {
    const why = belongs(country, notice.destinations, groups);
    return why === undefined ? [] : [`${countryInSentence(country)} (${why})`];
  });
  if (bound.length > 0) return `would go to ${listed(bound)}`;
  const steered = notice.hqScope ? steeredFrom(notice.hqScope.places, notice.hqScope.partyRoles, content, groups) : [];
  return steered.length > 0 ? `is for parties of whom ${listed(steered)}` : undefined;
};

const triggerOf = (notice: Notice, reach: string, { content, findings }: Reviewed): NoticeTrigger => {
  const tested = findings
    .filter(({ paragraph }) => notice.itemCriteria.paragraphs.includes(paragraph))
    .flatMap((finding) => {
      const specification = content.items.find(({ line }) => line === finding.line)?.specification;
      return specification?.kind === 'integrated-circuit' ? [{ finding, ...testCriteria(notice, specification) }] : [];
    });
  const caught = tested.filter(({ reached }) => reached.length > 0);
  const figures = [...new Set(caught.flatMap(({ reached }) => reached))];
  return {
    notice,
    findings: caught.map(({ finding }) => finding),
    because:
      caught.length > 0
        ? `${linesInWords(caught.map(({ finding }) => finding))} ${reach}, and ${caught.length === 1 ? 'has' : 'have'} ${listed(figures)}: notice ${notice.noticeId} of ${notice.issuedOn} told the applicant that a licence is needed.`
        : `Notice ${notice.noticeId} of ${notice.issuedOn} reaches the application, but no line is known to have the figures it names.`,
    open: tested
      .filter(({ reached, missing }) => reached.length === 0 && missing.length > 0)
      .map(({ finding, missing }) => ({ finding, missing })),
  };
};

const words: Readonly<Record<Criterion['figure'], string>> = {
  dramBandwidthGBs: 'memory bandwidth',
  interconnectBandwidthGBs: 'interconnect bandwidth',
};

/** Reached where one figure is; open where none is known to be and one is not stated. */
const testCriteria = ({ itemCriteria }: Notice, circuit: IntegratedCircuit) => {
  const reached: string[] = [];
  const missing: string[] = [];
  for (const { figure: name, atLeast } of itemCriteria.anyOf) {
    const value = circuit[name];
    if (value === undefined) missing.push(words[name]);
    else if (exact(value).greaterThanOrEqualTo(atLeast))
      reached.push(`${words[name]} ${figure(value)} GB/s, at least ${figure(atLeast)}`);
  }
  return { reached, missing };
};
