import { unreachable, type Day, type Finding, type LicenceRequirement } from '@exeat/kernel';
import type { Regulation } from '../rule-set/rules.js';
import type { RuleSet } from '../rule-set/schema.js';
import { standingOn, type Mark, type Standing } from '../rule-set/standing.js';
import type { Reviewed } from './input.js';
import type { Notice } from './notice.schema.js';
import { noticeTriggers } from './notices.js';
import { reviewPolicyFor, type PolicyFound } from './review-policy.js';
import { destinationTrigger, headquartersTrigger } from './triggers.js';

/** One rule's answer, also where it requires nothing: so that the absence of a requirement explains itself. */
export interface RuleAnswer {
  readonly rule: string;
  readonly title: string;
  readonly citation: string;
  readonly mark: Mark;
  readonly standing: Standing;
  /** `open` where the application alone does not tell. A rule that is not in force never answers `yes`. */
  readonly applies: 'yes' | 'no' | 'open';
  readonly lines: readonly number[];
  readonly because: string;
}

interface Met {
  readonly rule: Regulation;
  readonly findings: readonly Finding[];
  readonly because: string;
  /** A notice brings its own review policy. */
  readonly policy?: PolicyFound;
}

interface Asked {
  readonly met: readonly Met[];
  readonly open?: string;
  readonly otherwise: string;
}

/** Every requirement for a licence that the rules in force on the day make of the application. Pure. */
export const requirementsFor = (
  input: Reviewed,
  ruleSet: RuleSet,
  notices: readonly Notice[],
  day: Day,
): readonly LicenceRequirement[] =>
  ruleSet.rules
    .filter((rule) => standingOn(rule, day) === 'in-force')
    .flatMap((rule) => ask(rule, input, ruleSet, notices, day).met)
    .flatMap((met) => byPolicy(met, input, ruleSet, day));

/** The answer of every rule of the rule set, with the standing it has on the day. */
export const answersOf = (
  input: Reviewed,
  ruleSet: RuleSet,
  notices: readonly Notice[],
  day: Day,
): readonly RuleAnswer[] =>
  ruleSet.rules.map((rule) => {
    const { id, title, citation, mark } = rule;
    const standing = standingOn(rule, day);
    const { met, open, otherwise } = ask(rule, input, ruleSet, notices, day);
    const because = [...met.map((each) => each.because), ...(open ? [open] : [])].join(' ') || otherwise;
    if (standing !== 'in-force')
      return {
        rule: id,
        title,
        citation,
        mark,
        standing,
        applies: 'no',
        lines: [],
        because: `${inactive[standing]} ${because}`,
      };
    const applies = met.length > 0 ? 'yes' : open === undefined ? 'no' : 'open';
    const lines = [...new Set(met.flatMap(({ findings }) => findings.map(({ line }) => line)))];
    return { rule: id, title, citation, mark, standing, applies, lines, because };
  });

const inactive: Readonly<Record<Exclude<Standing, 'in-force'>, string>> = {
  'not-yet-effective': 'The rule is not yet effective.',
  ended: 'The rule has ended.',
  stayed: 'The rule is stayed.',
  'not-enforced': 'The rule is codified but not enforced.',
};

const ask = (rule: Regulation, input: Reviewed, ruleSet: RuleSet, notices: readonly Notice[], day: Day): Asked => {
  switch (rule.kind) {
    case 'destination':
      return listedItems(rule, destinationTrigger(rule, input, ruleSet, day));
    case 'headquarters':
      return listedItems(rule, headquartersTrigger(rule, input, ruleSet));
    case 'individual-notice': {
      const triggers = noticeTriggers(notices, rule, input, ruleSet, day);
      const open = triggers.filter((trigger) => trigger.open.length > 0).map(({ because }) => because);
      return {
        met: triggers
          .filter(({ findings }) => findings.length > 0)
          .map(({ notice, findings, because }) => ({
            rule,
            findings,
            because,
            policy: { reviewPolicy: notice.reviewPolicy, policyBecause: notice.policyBecause },
          })),
        ...(open.length > 0 && { open: open.join(' ') }),
        otherwise: 'No notice to the applicant catches a line of the application.',
      };
    }
    case 'needs-screening':
      return { met: [], open: rule.question, otherwise: rule.question };
    default:
      return unreachable(rule);
  }
};

const listedItems = (
  rule: Regulation,
  { findings, because }: { findings: readonly Finding[]; because: string },
): Asked => ({
  met: findings.length > 0 ? [{ rule, findings, because }] : [],
  otherwise: because,
});

/** One requirement for each review policy among the lines: each has to be overcome by itself. */
const byPolicy = ({ rule, findings, because, policy }: Met, input: Reviewed, ruleSet: RuleSet, day: Day) => {
  const perLine = findings.map((finding) => ({
    finding,
    ...(policy ?? reviewPolicyFor(finding, input, ruleSet, day)),
  }));
  return [...new Set(perLine.map(({ reviewPolicy }) => reviewPolicy))].map((reviewPolicy): LicenceRequirement => {
    const lines = perLine.filter((each) => each.reviewPolicy === reviewPolicy);
    return {
      rule: rule.id,
      citation: rule.citation,
      lines: lines.map(({ finding }) => finding.line),
      because,
      reviewPolicy,
      policyBecause: [...new Set(lines.map(({ policyBecause }) => policyBecause))].join(' '),
    };
  });
};
