import { exact, type Content, type Finding, type LicenceRequirement } from '@exeat/kernel';
import type { Decision, RuleSet } from '../rule-set/schema.js';

/** What has been found of an application by the end of technical review. */
export interface Found {
  readonly content: Content;
  readonly findings: readonly Finding[];
  readonly requirements: readonly LicenceRequirement[];
}

export interface Referral {
  readonly agency: string;
  readonly agencyName: string;
  readonly rule: string;
  readonly because: string;
  /** Calendar days to answer; silence after them counts as no objection. */
  readonly days: number;
}

/** The agencies the rule set names for an application, each with the rule and its reason. None without a requirement. */
export const referralsFor = ({ requirements }: Found, ruleSet: RuleSet): readonly Referral[] => {
  const kinds = requirements.map(({ rule }) => ruleSet.rules.find(({ id }) => id === rule)?.kind);
  return ruleSet.referrals
    .filter(({ whenRequiredBy }) =>
      kinds.some((kind) => !whenRequiredBy || whenRequiredBy.some((required) => required === kind)),
    )
    .map(({ id, agency, agencyName, because, citation }) => ({
      agency,
      agencyName,
      rule: id,
      because: `${because} (${citation})`,
      days: ruleSet.process.agencyAnswerDays,
    }));
};

/** How many people other than the officer must sign the decision; an approval where nothing else is said. */
export const signaturesFor = (
  { findings, requirements }: Found,
  { signatures }: RuleSet,
  decision: Decision = 'approval',
): number => {
  const required = new Set(requirements.flatMap(({ lines }) => lines));
  const asked = signatures.more.filter(
    ({ decisions, tppAtLeast }) =>
      decisions.includes(decision) &&
      findings.some(
        ({ line, computation: { tpp } }) =>
          required.has(line) && tpp !== undefined && exact(tpp).greaterThanOrEqualTo(tppAtLeast),
      ),
  );
  return Math.max(signatures.fewest, ...asked.map((rule) => rule.signatures));
};
