import { system, type Recorded } from '@exeat/kernel';
import { causedBy, whenever, type Reaction } from '@exeat/messaging';
import { ApplicationRegistered, ApplicationReturned, ApplicationWithdrawn } from '@exeat/submission';
import type { CancelTechnicalReview } from './domain/commands.js';
import { TechnicalReviewRequest } from './technical-review.handler.js';

const byRule = (cause: Recorded) => ({ by: system('technical-review'), at: cause.meta.at });

const cancel = (cause: Recorded, name: string, because: CancelTechnicalReview['data']['because']) =>
  new TechnicalReviewRequest(
    cause.caseId,
    { type: 'CancelTechnicalReview', data: { because }, ...byRule(cause) },
    causedBy(cause, name),
  );

/** What makes this context act: a registration is reviewed, until the application is returned or withdrawn. */
export const reactions: readonly Reaction[] = [
  whenever(
    ApplicationRegistered,
    'open-technical-review',
    (fact) =>
      new TechnicalReviewRequest(
        fact.caseId,
        { type: 'OpenTechnicalReview', data: { file: fact.data.file }, ...byRule(fact) },
        causedBy(fact, 'open-technical-review'),
      ),
  ),
  whenever(ApplicationReturned, 'cancel-technical-review-when-returned', (fact) =>
    cancel(fact, 'cancel-technical-review-when-returned', 'returned'),
  ),
  whenever(ApplicationWithdrawn, 'cancel-technical-review-when-withdrawn', (fact) =>
    cancel(fact, 'cancel-technical-review-when-withdrawn', 'withdrawn'),
  ),
];
