import { system, type Recorded } from '@exeat/kernel';
import { causedBy, whenever, type Reaction } from '@exeat/messaging';
import { ApplicationReturned, ApplicationWithdrawn } from '@exeat/submission';
import { TechnicalReviewCancelled, TechnicalReviewCompleted } from '@exeat/technical-review';
import type { CancelSecurityReview } from './domain/commands.js';
import { SecurityReviewRequest } from './security-review.handler.js';

const byRule = (cause: Recorded) => ({ by: system('security-review'), at: cause.meta.at });

const cancel = (cause: Recorded, name: string, because: CancelSecurityReview['data']['because']) =>
  new SecurityReviewRequest(
    cause.caseId,
    { type: 'CancelSecurityReview', data: { because }, ...byRule(cause) },
    causedBy(cause, name),
  );

/**
 * What makes this context act: a completed technical review that found a licence to be required, until the application
 * is returned or withdrawn. The cancellation of technical review counts as well: a review that was completed a moment
 * after the application was returned is opened here after the return has been heard, and would otherwise stay open.
 */
export const reactions: readonly Reaction[] = [
  whenever(TechnicalReviewCompleted, 'open-security-review', (fact) => {
    const { file, findings, requirements, reviewers, outcome } = fact.data;
    if (outcome !== 'licence-required') return undefined;
    const data = { file, findings, requirements, participants: reviewers };
    return new SecurityReviewRequest(
      fact.caseId,
      { type: 'OpenSecurityReview', data, ...byRule(fact) },
      causedBy(fact, 'open-security-review'),
    );
  }),
  whenever(ApplicationReturned, 'cancel-security-review-when-returned', (fact) =>
    cancel(fact, 'cancel-security-review-when-returned', 'returned'),
  ),
  whenever(ApplicationWithdrawn, 'cancel-security-review-when-withdrawn', (fact) =>
    cancel(fact, 'cancel-security-review-when-withdrawn', 'withdrawn'),
  ),
  whenever(TechnicalReviewCancelled, 'cancel-security-review-with-technical-review', (fact) =>
    cancel(fact, 'cancel-security-review-with-technical-review', fact.data.because),
  ),
];
