import { system, type Recorded } from '@exeat/kernel';
import { ApplicationDenied, LicenceGranted, NoLicenceRequiredConfirmed } from '@exeat/licensing';
import { causedBy, whenever, type Reaction } from '@exeat/messaging';
import type { CloseApplication } from './domain/commands.js';
import { ApplicationSubmitted } from './domain/events.js';
import { SubmissionRequest } from './submission.handler.js';

const byRule = (cause: Recorded) => ({ by: system('submission'), at: cause.meta.at });

const close = (cause: Recorded, name: string, data: CloseApplication['data']) =>
  new SubmissionRequest(cause.caseId, { type: 'CloseApplication', data, ...byRule(cause) }, causedBy(cause, name));

/** What makes this context act: its own submissions get a number, and licensing's decisions close the case. */
export const reactions: readonly Reaction[] = [
  whenever(
    ApplicationSubmitted,
    'register-application',
    (fact) =>
      new SubmissionRequest(
        fact.caseId,
        { type: 'RegisterApplication', data: { round: fact.data.round }, ...byRule(fact) },
        causedBy(fact, 'register-application'),
      ),
  ),
  whenever(LicenceGranted, 'close-as-licensed', (fact) =>
    close(fact, 'close-as-licensed', { outcome: 'licensed', licenceNumber: fact.data.licenceNumber }),
  ),
  whenever(ApplicationDenied, 'close-as-denied', (fact) => close(fact, 'close-as-denied', { outcome: 'denied' })),
  whenever(NoLicenceRequiredConfirmed, 'close-without-licence', (fact) =>
    close(fact, 'close-without-licence', { outcome: 'no-licence-required' }),
  ),
];
