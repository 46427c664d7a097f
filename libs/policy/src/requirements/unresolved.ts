import { problem, type Day, type Problem } from '@exeat/kernel';
import type { RuleSet } from '../rule-set/schema.js';
import { inForce } from '../rule-set/standing.js';
import { listed } from '../words.js';
import { destinationsOf, type Reviewed } from './input.js';
import type { Notice } from './notice.schema.js';
import { noticeTriggers } from './notices.js';

export type Unresolved = 'FINDING_MISSING' | 'FINDING_UNDETERMINED' | 'DESTINATION_MISSING' | 'NOTICE_FIGURE_MISSING';

/**
 * What has to be known before "no requirement" means that no licence is needed. While this lists anything, a review
 * must not be completed: a requirement that could not be tested is not a requirement that is not there.
 */
export const unresolvedIn = (
  input: Reviewed,
  ruleSet: RuleSet,
  notices: readonly Notice[],
  day: Day,
): readonly Problem<Unresolved>[] => {
  const { content, findings } = input;
  const rules = ruleSet.rules.filter((rule) => inForce(rule, day));
  const missing = content.items
    .filter(({ line }) => !findings.some((finding) => finding.line === line))
    .map(({ line, model }) => problem<Unresolved>('FINDING_MISSING', `Line ${line} (${model}) has no finding yet.`));
  const undetermined = findings
    .filter(({ paragraph }) => paragraph === 'undetermined')
    .map(({ line, model, computation }) => {
      const needed = computation.missing.length > 0 ? `; needed: ${listed(computation.missing)}` : '';
      return problem<Unresolved>('FINDING_UNDETERMINED', `Line ${line} (${model}) is undetermined${needed}.`);
    });
  const roles = rules.flatMap((rule) => ('destinationRoles' in rule ? rule.destinationRoles : []));
  const bound = destinationsOf(content, roles).length > 0;
  const unbound = bound ? [] : [problem<Unresolved>('DESTINATION_MISSING', 'No party tells where the items go.')];
  const notice = rules.find((rule) => rule.kind === 'individual-notice');
  const figures = (notice ? noticeTriggers(notices, notice, input, ruleSet, day) : []).flatMap(
    ({ notice: { noticeId }, open }) =>
      open.map(({ finding: { line, model }, missing: figures }) =>
        problem<Unresolved>(
          'NOTICE_FIGURE_MISSING',
          `Whether notice ${noticeId} catches line ${line} (${model}) turns on its ${listed(figures)}, which is not stated.`,
        ),
      ),
  );
  return [...missing, ...undetermined, ...unbound, ...figures];
};
