import { describe, expect, it } from '@jest/globals';
import { fold, isRefusal } from '@exeat/kernel';
import { specFor } from '@exeat/kernel/spec';
import type { LicensingCommand } from './commands.js';
import type { LicensingFact } from './events.js';
import { licensing } from './licensing.js';
import * as the from './licensing.fixtures.js';

const { given } = specFor(licensing);
const approving = [the.opened({ proposals: [the.aProposal()] }), the.adopted(), the.approvalProposed()];
const denying = [the.opened(), the.denialProposed()];

describe('countersigning', () => {
  it('grants the licence with the last signature, in the same facts', () =>
    given(...approving)
      .when(the.countersign())
      .then(
        { type: 'ProposalCountersigned', data: { countersigner: { id: 'cora-quist' }, order: 1, of: 1 } },
        {
          type: 'LicenceGranted',
          data: {
            licenceNumber: 'D0000001',
            lines: [{ line: 1, quantity: '800' }],
            conditions: [the.aCondition()],
            validFrom: '2026-09-10',
            validUntil: '2030-09-10',
          },
        },
      ));
  it('waits for the second signature where the rules ask for two', () => {
    const two = [the.opened(), the.approvalProposed(the.olu, 2)];
    given(...two)
      .when(the.countersign())
      .then({ type: 'ProposalCountersigned', data: { order: 1, of: 2 } });
    given(...two, the.signed())
      .when(the.countersign(the.karl))
      .then({ type: 'ProposalCountersigned', data: { order: 2, of: 2 } }, { type: 'LicenceGranted' });
  });
  it('issues a notice of intent where a denial is proposed, without what is withheld', () => {
    const asked = given(...denying).when(the.countersign());
    asked.then(
      { type: 'ProposalCountersigned' },
      { type: 'NoticeOfIntentIssued', data: { answerBy: the.answerBy, finalAt: the.finalAt } },
    );
    expect(JSON.stringify(asked.outcome)).not.toContain('signal');
  });
  it('confirms that no licence is required', () =>
    given(the.opened(the.confirming), the.confirmationProposed)
      .when(the.countersign())
      .then({ type: 'ProposalCountersigned' }, { type: 'NoLicenceRequiredConfirmed' }));
  it('is refused to the officer who proposed, whatever else they did', () => {
    given(...approving)
      .when(the.countersign(the.as('countersigner', the.olu)))
      .thenRefused('OFFICER_MAY_NOT_COUNTERSIGN');
    given(...denying, the.sentBack, the.denialProposed(undefined, the.ines))
      .when(the.countersign(the.as('countersigner', the.olu)))
      .thenRefused('OFFICER_MAY_NOT_COUNTERSIGN');
  });
  it('is refused to whoever took part in the reviews or settled a condition', () => {
    given(...approving)
      .when(the.countersign(the.sam))
      .thenRefused('REVIEWER_MAY_NOT_COUNTERSIGN');
    given(the.opened({ proposals: [the.aProposal()] }), the.dropped(1, the.ines), the.approvalProposed())
      .when(the.countersign(the.as('countersigner', the.ines)))
      .thenRefused('REVIEWER_MAY_NOT_COUNTERSIGN');
  });
  it('is refused to whoever has signed, belongs to the applicant, or is no countersigner', () => {
    given(the.opened(), the.approvalProposed(the.olu, 2), the.signed())
      .when(the.countersign())
      .thenRefused('ALREADY_COUNTERSIGNED');
    given(...approving)
      .when(the.countersign({ ...the.cora, organisation: the.file.applicant.companyId }))
      .thenRefused('INTEREST_IN_CASE');
    given(...approving)
      .when(the.countersign(the.ines))
      .thenRefused('NOT_A_COUNTERSIGNER');
  });
  it('is refused where the licence would have ended before it begins', () =>
    given(the.opened(), the.approvalProposed(the.olu, 1, '2026-09-09'))
      .when(the.countersign())
      .thenRefused('PROPOSAL_OUTDATED'));
  it('is refused where nothing is proposed, and after the decision', () => {
    given(the.opened()).when(the.countersign()).thenRefused('NOT_IN_THIS_STATUS');
    given(...approving, the.signed(the.karl, 1, 1), the.granted)
      .when(the.countersign())
      .thenRefused('NOT_IN_THIS_STATUS');
  });
  it('gives one decision and one licence where two sign at once, each with a number of their own', () => {
    const granted = after(
      approving,
      the.countersign(the.cora),
      the.countersign(the.karl, { licenceNumber: 'D0000002' }),
    );
    expect(granted.filter(({ type }) => type === 'LicenceGranted')).toMatchObject([
      { data: { licenceNumber: 'D0000001' } },
    ]);
  });
});

describe('sending a proposal back', () => {
  it('returns it to the officer, and voids every signature', () => {
    const two = [the.opened(), the.approvalProposed(the.olu, 2), the.signed(the.karl)];
    given(...two)
      .when(the.sendBack())
      .then({ type: 'ProposalSentBack', data: { reason: 'Say why 800.', countersigner: { id: 'cora-quist' } } });
    given(...two, the.sentBack, the.approvalProposed(the.olu, 2))
      .when(the.countersign(the.karl))
      .then({ type: 'ProposalCountersigned', data: { order: 1, of: 2 } });
  });
  it('stays quiet when asked for again by the same person', () =>
    given(...denying, the.sentBack)
      .when(the.sendBack())
      .thenNothing());
  it('is refused to the officer, to whoever reviewed, and to whoever is no countersigner', () => {
    given(...denying)
      .when(the.sendBack(the.as('countersigner', the.olu)))
      .thenRefused('OFFICER_MAY_NOT_COUNTERSIGN');
    given(...denying)
      .when(the.sendBack(the.sam))
      .thenRefused('REVIEWER_MAY_NOT_COUNTERSIGN');
    given(...denying)
      .when(the.sendBack(the.ines))
      .thenRefused('NOT_A_COUNTERSIGNER');
    given(the.opened()).when(the.sendBack()).thenRefused('NOT_IN_THIS_STATUS');
  });
});

/** The history after commands that came one after the other, refused ones left out. */
const after = (history: readonly LicensingFact[], ...commands: readonly LicensingCommand[]): readonly LicensingFact[] =>
  commands.reduce((facts, command) => {
    const outcome = licensing.decide(command, fold(licensing, facts));
    return isRefusal(outcome) ? facts : [...facts, ...outcome];
  }, history);
