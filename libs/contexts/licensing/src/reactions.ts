import { system, type Recorded } from '@exeat/kernel';
import { causedBy, whenever, type Reaction } from '@exeat/messaging';
import { SecurityReviewCancelled, SecurityReviewClosed } from '@exeat/security-review';
import { ApplicationReturned, ApplicationWithdrawn } from '@exeat/submission';
import { TechnicalReviewCancelled, TechnicalReviewCompleted } from '@exeat/technical-review';
import type { AskToOpen, CancelLicensing } from './domain/commands.js';
import { LicensingRequest } from './licensing.handler.js';

const byRule = (cause: Recorded) => ({ by: system('licensing'), at: cause.meta.at });

const open = (cause: Recorded, name: string, data: AskToOpen['data']) =>
  new LicensingRequest(cause.caseId, { type: 'OpenLicensing', data, ...byRule(cause) }, causedBy(cause, name));

const cancel = (cause: Recorded, name: string, because: CancelLicensing['data']['because']) =>
  new LicensingRequest(
    cause.caseId,
    { type: 'CancelLicensing', data: { because }, ...byRule(cause) },
    causedBy(cause, name),
  );

/**
 * What makes this context act: the end of the reviews, until the application is returned or withdrawn. The cancellation
 * of a review counts as well: one that ended a moment after the application was returned brings the case here after the
 * return has been heard, and the case would otherwise stay open.
 */
export const reactions: readonly Reaction[] = [
  whenever(SecurityReviewClosed, 'open-for-decision', (fact) =>
    open(fact, 'open-for-decision', { ...fact.data, route: 'decision' }),
  ),
  whenever(TechnicalReviewCompleted, 'open-for-confirmation', (fact) => {
    const { file, findings, requirements, reviewers, outcome } = fact.data;
    if (outcome !== 'no-licence-required') return undefined;
    return open(fact, 'open-for-confirmation', {
      ...{ file, findings, requirements, participants: reviewers },
      ...{ positions: [], proposals: [], route: 'confirmation' },
    });
  }),
  whenever(ApplicationReturned, 'cancel-licensing-when-returned', (fact) =>
    cancel(fact, 'cancel-licensing-when-returned', 'returned'),
  ),
  whenever(ApplicationWithdrawn, 'cancel-licensing-when-withdrawn', (fact) =>
    cancel(fact, 'cancel-licensing-when-withdrawn', 'withdrawn'),
  ),
  whenever(TechnicalReviewCancelled, 'cancel-licensing-with-technical-review', (fact) =>
    cancel(fact, 'cancel-licensing-with-technical-review', fact.data.because),
  ),
  whenever(SecurityReviewCancelled, 'cancel-licensing-with-security-review', (fact) =>
    cancel(fact, 'cancel-licensing-with-security-review', fact.data.because),
  ),
];
