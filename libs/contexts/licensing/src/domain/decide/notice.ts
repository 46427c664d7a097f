import { refuse } from '@exeat/kernel';
import type { AnswerNotice, FinaliseDenial } from '../commands.js';
import type { Outcome } from '../refusals.js';
import type { With } from '../state.js';

/** An answer is asked for before the notice's day, and heard as long as the denial is not final. */
export const answer = ({ data, at }: AnswerNotice, { notice }: With<'notice-issued'>): Outcome =>
  at < notice.finalAt
    ? [{ type: 'NoticeOfIntentAnswered', data }]
    : refuse('NOTICE_IS_FINAL', `The denial became final at ${notice.finalAt}; an appeal is the way now.`);

/** Unanswered, the denial is final. */
export const finalise = ({ at }: FinaliseDenial, { notice }: With<'notice-issued'>): Outcome => {
  const { criteria, reasons, finalAt } = notice;
  return at < finalAt
    ? refuse('NOT_YET_DUE', `The applicant may answer until ${finalAt}.`)
    : [{ type: 'ApplicationDenied', data: { criteria, reasons } }];
};
