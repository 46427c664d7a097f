import type { Classification, Day, LicenceRequirement, Problem, Specification } from '@exeat/kernel';
import { classify } from './classification/classify.js';
import {
  fillClause,
  latestClauses,
  type ClauseAsked,
  type ClauseProblem,
  type FilledClause,
} from './clauses/fill-clause.js';
import type { Clause } from './clauses/schema.js';
import { dataFolder } from './data/folder.js';
import { readPolicyData, type PolicyData } from './data/read-policy-data.js';
import type { Reviewed } from './requirements/input.js';
import type { Notice } from './requirements/notice.schema.js';
import { referralsFor, signaturesFor, type Found, type Referral } from './requirements/referrals.js';
import { answersOf, requirementsFor, type RuleAnswer } from './requirements/requirements-for.js';
import { unresolvedIn, type Unresolved } from './requirements/unresolved.js';
import type { Decision, RuleSet } from './rule-set/schema.js';

/**
 * The rules of the trade, read from data files when it is made and checked whole: a broken file throws a
 * `PolicyDataError` with every problem. Everything it answers is pure evaluation over that data.
 */
export class Policy {
  private readonly data: PolicyData = readPolicyData(dataFolder());

  /** The rule set of a day. Throws a `RangeError` for a day before the first. */
  ruleSetOn(day: Day): RuleSet {
    const found = this.data.ruleSets.find(
      ({ effectiveFrom, effectiveTo }) => effectiveFrom <= day && (effectiveTo === undefined || day <= effectiveTo),
    );
    if (!found) throw new RangeError(`No rule set is on file for ${day}.`);
    return found;
  }

  /** The rule set by which something was computed, by its id. Throws a `RangeError` where there is none. */
  ruleSet(id: string): RuleSet {
    const found = this.data.ruleSets.find((each) => each.id === id);
    if (!found) throw new RangeError(`No rule set "${id}" is on file.`);
    return found;
  }

  /** Every rule set, the earliest first. */
  ruleSets(): readonly RuleSet[] {
    return this.data.ruleSets;
  }

  /** The individual notices on file. */
  notices(): readonly Notice[] {
    return this.data.notices;
  }

  /** The paragraph of 3A090 that a specification meets, with the reasoning. */
  classify(specification: Specification, ruleSet: RuleSet): Classification {
    return classify(specification, ruleSet);
  }

  /**
   * Each reason why a licence is needed, with its own review policy. An empty list means "no licence required" only
   * where `unresolved` lists nothing for the same application.
   */
  requirementsFor(reviewed: Reviewed, ruleSet: RuleSet, day: Day): LicenceRequirement[] {
    return [...requirementsFor(reviewed, ruleSet, this.data.notices, day)];
  }

  /** What has to be known before the requirements are complete; while it lists anything, no review may complete. */
  unresolved(reviewed: Reviewed, ruleSet: RuleSet, day: Day): readonly Problem<Unresolved>[] {
    return unresolvedIn(reviewed, ruleSet, this.data.notices, day);
  }

  /** What every rule of the rule set answers, also those that require nothing, are stayed or are not enforced. */
  answers(reviewed: Reviewed, ruleSet: RuleSet, day: Day): readonly RuleAnswer[] {
    return answersOf(reviewed, ruleSet, this.data.notices, day);
  }

  /** The agencies an application is referred to; none where no licence is required. */
  referralsFor(found: Found, ruleSet: RuleSet): Referral[] {
    return [...referralsFor(found, ruleSet)];
  }

  /** How many people other than the officer must sign; for an approval, unless another decision is named. */
  signaturesFor(found: Found, ruleSet: RuleSet, decision: Decision = 'approval'): number {
    return signaturesFor(found, ruleSet, decision);
  }

  /** A condition's wording and duty from a clause and its parameters, or every problem with them. */
  fillClause(asked: ClauseAsked): FilledClause | Problem<ClauseProblem>[] {
    const filled = fillClause(this.data.clauses, asked);
    return isFilled(filled) ? filled : [...filled];
  }

  /** The latest version of every clause of the library. */
  clauses(): readonly Clause[] {
    return latestClauses(this.data.clauses);
  }
}

const isFilled = (outcome: FilledClause | readonly Problem<ClauseProblem>[]): outcome is FilledClause =>
  !Array.isArray(outcome);
