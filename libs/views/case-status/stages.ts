import type { Instant } from '@exeat/kernel';
import type { CaseStatus } from './case-status.js';

/** What a case goes through, coarser than its status, so that the applicant and the authority see the same. */
export const caseStages = [
  'draft',
  'submission',
  'technical-review',
  'security-review',
  'licensing',
  'intent-to-deny',
  'returned',
] as const;
export type CaseStage = (typeof caseStages)[number];

const stages: Readonly<Record<CaseStatus, CaseStage | undefined>> = {
  draft: 'draft',
  submitted: 'submission',
  registered: 'submission',
  'in-technical-review': 'technical-review',
  'in-security-review': 'security-review',
  'in-licensing': 'licensing',
  'awaiting-countersignature': 'licensing',
  'intent-to-deny': 'intent-to-deny',
  returned: 'returned',
  withdrawn: undefined,
  licensed: undefined,
  denied: undefined,
  'no-licence-required': undefined,
};

/** The stage of a status; undefined where the case is closed. */
export const stageOf = (status: CaseStatus): CaseStage | undefined => stages[status];

/** The statuses of a stage. */
export const statusesOf = (stage: CaseStage): readonly CaseStatus[] =>
  (Object.keys(stages) as CaseStatus[]).filter((status) => stages[status] === stage);

const words: Readonly<Record<CaseStage, string>> = {
  draft: 'Drafting',
  submission: 'Submission and registration',
  'technical-review': 'Technical review',
  'security-review': 'Security review',
  licensing: 'Licensing',
  'intent-to-deny': 'Notice of intent to deny',
  returned: 'With the applicant',
};

export const stageInWords = (stage: CaseStage): string => words[stage];

/** A stage that a case came to. The last has no end while the case is in it. */
export interface PassedStage {
  readonly stage: CaseStage;
  readonly enteredAt: Instant;
  readonly leftAt: Instant | null;
}

/** The stages after a fact that brought the case to a status. A case can come to a stage again. */
export const stagesAfter = (
  passed: readonly PassedStage[],
  status: CaseStatus,
  at: Instant,
): readonly PassedStage[] => {
  const stage = stageOf(status);
  const last = passed.at(-1);
  const isThere = last !== undefined && last.leftAt === null;
  if (isThere ? last.stage === stage : stage === undefined) return passed;
  const before = isThere ? [...passed.slice(0, -1), { ...last, leftAt: at }] : passed;
  return stage === undefined ? before : [...before, { stage, enteredAt: at, leftAt: null }];
};
