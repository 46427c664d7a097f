import { join } from 'node:path';
import { clauseChecks } from '../clauses/checks.js';
import { clauseSchema, type Clause } from '../clauses/schema.js';
import { noticeSchema, type Notice } from '../requirements/notice.schema.js';
import { noticeChecks, ruleSetChecks } from '../rule-set/checks.js';
import { countryGroupsSchema } from '../rule-set/places.js';
import { ruleSetFileSchema, type RuleSet } from '../rule-set/schema.js';
import { PolicyDataError } from './problems.js';
import { readFolder } from './read-folder.js';

export interface PolicyData {
  /** The earliest first, without gap or overlap. */
  readonly ruleSets: readonly RuleSet[];
  readonly notices: readonly Notice[];
  readonly clauses: readonly Clause[];
}

/** Reads and checks every data file, each by itself and against the others. Throws with all problems together. */
export const readPolicyData = (folder: string): PolicyData => {
  const groups = readFolder(join(folder, 'country-groups'), countryGroupsSchema);
  const ruleSets = readFolder(join(folder, 'rule-sets'), ruleSetFileSchema);
  const notices = readFolder(join(folder, 'notices'), noticeSchema);
  const clauses = readFolder(join(folder, 'clauses'), clauseSchema);
  const problems = [
    ...[groups, ruleSets, notices, clauses].flatMap((read) => read.problems),
    ...ruleSetChecks(ruleSets.files, groups.files),
    ...noticeChecks(notices.files, groups.files),
    ...clauseChecks(clauses.files),
  ];
  if (problems.length > 0) throw new PolicyDataError(problems);
  return {
    ruleSets: ruleSets.files
      .map(({ content }) => ({ ...content, countryGroups: groupsOf(content.countryGroups) }))
      .sort((one, other) => (one.effectiveFrom < other.effectiveFrom ? -1 : 1)),
    notices: notices.files.map(({ content }) => content),
    clauses: clauses.files.map(({ content }) => content),
  };

  function groupsOf(id: string): RuleSet['countryGroups'] {
    const found = groups.files.find(({ content }) => content.id === id);
    // Checked above; stated for the type.
    if (!found) throw new Error(`No country groups "${id}".`);
    return found.content;
  }
};
