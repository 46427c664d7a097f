export type { ClauseAsked } from './clauses/fill-clause.js';
export type { Clause, ConditionClause } from './clauses/schema.js';
export { PolicyDataError } from './data/problems.js';
export { Policy } from './policy.js';
export type { Notice } from './requirements/notice.schema.js';
export type { Referral } from './requirements/referrals.js';
export { ruleSetFileSchema, type Decision, type RuleSet } from './rule-set/schema.js';
export { standingOn, type Mark } from './rule-set/standing.js';
