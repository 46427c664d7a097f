import { describe, it } from '@jest/globals';
import { specFor } from '@exeat/kernel/spec';
import { securityReview } from './security-review.js';
import * as the from './security-review.fixtures.js';

const { given } = specFor(securityReview);

describe('opening security review', () => {
  it('refers the case to every agency that the rules name, each with its day', () =>
    given()
      .when(the.open())
      .then(
        { type: 'SecurityReviewOpened', data: { participants: ['ada-reyes'] } },
        { type: 'CaseReferred', data: { agency: 'state', dueAt: the.dueAt } },
        { type: 'CaseReferred', data: { agency: 'defense', dueAt: the.dueAt } },
      ));
  it('asks an agency once that two rules name', () =>
    given()
      .when(the.open({ agencies: ['state', 'state'] }))
      .then({ type: 'SecurityReviewOpened' }, { type: 'CaseReferred', data: { agency: 'state' } }));
  it('closes at once where the rules name nobody', () =>
    given()
      .when(the.open({ agencies: [] }))
      .then({ type: 'SecurityReviewOpened' }, { type: 'SecurityReviewClosed', data: { positions: [] } }));
  it('stays quiet for a registration that was opened before', () => {
    given(...the.inReview)
      .when(the.open())
      .thenNothing();
    given(...the.inReview, the.cancelled)
      .when(the.open())
      .thenNothing();
  });
  it('begins a new round after a cancellation, and forgets the positions of the old one', () =>
    given(
      ...the.inReview,
      the.taken(the.sam, { position: 'object', reasons: 'Diversion' }),
      the.cancelled,
      the.opened('Z000002'),
      the.referred('state'),
    )
      .when(the.take(the.sam))
      .then({ type: 'PositionTaken' }, { type: 'SecurityReviewClosed', data: { positions: [{ silent: false }] } }));
  it('is refused while another registration of the case is in review', () =>
    given(...the.inReview)
      .when(the.open({ number: 'Z000002' }))
      .thenRefused('NOT_IN_THIS_STATUS'));
  it('is refused to people', () => given().when(the.open({}, the.sam)).thenRefused('BY_RULE_ALONE'));
});

describe('taking a position', () => {
  it('is recorded with who took it, and leaves the review open for the others', () =>
    given(...the.inReview)
      .when(the.take(the.sam, { withheldReasons: 'A liaison report' }))
      .then({
        type: 'PositionTaken',
        data: { agency: 'state', withheldReasons: 'A liaison report', reviewer: { id: 'sam-stone' } },
      }));
  it('proposes its conditions before it', () =>
    given(...the.inReview)
      .when(the.take(the.sam, { position: 'approve-with-conditions', conditions: [the.filled()] }))
      .then(
        { type: 'ConditionProposed', data: { agency: 'state', proposal: the.aProposal() } },
        { type: 'PositionTaken', data: { conditionIds: [the.aProposal().condition.conditionId] } },
      ));
  it('closes the review with the last agency, however early', () =>
    given(
      ...the.inReview,
      the.proposed(),
      the.taken(the.sam, {
        position: 'approve-with-conditions',
        conditionIds: [the.aProposal().condition.conditionId],
      }),
    )
      .when(the.take(the.dee, { position: 'object', reasons: '15 CFR 744.23: risk of diversion' }))
      .then(
        { type: 'PositionTaken' },
        {
          type: 'SecurityReviewClosed',
          data: {
            positions: [
              { agency: 'state', position: 'approve-with-conditions', silent: false },
              { agency: 'defense', position: 'object', silent: false, reasons: '15 CFR 744.23: risk of diversion' },
            ],
            proposals: [the.aProposal()],
            participants: ['ada-reyes', 'sam-stone', 'dee-frost'],
          },
        },
      ));
  it('never carries withheld reasons on to the next context', () => {
    const { outcome } = given(...the.inReview, the.taken(the.sam, { withheldReasons: 'A liaison report' })).when(
      the.take(the.dee, { withheldReasons: 'A signal' }),
    );
    const [, closing] = outcome as readonly unknown[];
    if (/liaison|signal/.test(JSON.stringify(closing))) throw new Error('Withheld reasons were published.');
  });
  it('may change until the review closes; conditions of the earlier position fall with it', () =>
    given(
      ...the.inReview,
      the.proposed(),
      the.taken(the.sam, {
        position: 'approve-with-conditions',
        conditionIds: [the.aProposal().condition.conditionId],
      }),
      the.taken(the.sam),
    )
      .when(the.take(the.dee))
      .then({ type: 'PositionTaken' }, { type: 'SecurityReviewClosed', data: { proposals: [] } }));
  it('stays quiet where the agency stands there already by the same person', () => {
    given(...the.inReview, the.taken(the.sam))
      .when(the.take(the.sam))
      .thenNothing();
    given(the.opened(), the.referred('state'), the.taken(the.sam), the.closed).when(the.take(the.sam)).thenNothing();
  });
  it('is another position where anything about it differs: reasons, what is withheld, conditions, or the person', () => {
    const conditionIds = [the.aProposal().condition.conditionId];
    const position = 'approve-with-conditions';
    const standing = [
      ...the.inReview,
      the.proposed(),
      the.taken(the.sam, { position, reasons: 'Known', withheldReasons: 'A signal', conditionIds }),
    ];
    const conditions = [the.filled()];
    const same = { position, reasons: 'Known', withheldReasons: 'A signal', conditions } as const;
    given(...standing)
      .when(the.take(the.sam, same))
      .thenNothing();
    const again = [{ type: 'ConditionProposed' }, { type: 'PositionTaken' }] as const;
    for (const change of [
      { reasons: 'New' },
      { withheldReasons: 'A report' },
      { conditions: [the.filled({ ...the.aProposal(2), reason: 'Another' })] },
    ])
      given(...standing)
        .when(the.take(the.sam, { ...same, ...change }))
        .then(...again);
    given(...standing)
      .when(the.take({ ...the.sam, id: 'una-roth' }, same))
      .then(...again);
  });
  it('is refused once the review is closed', () =>
    given(the.opened(), the.referred('state'), the.taken(the.sam), the.closed)
      .when(the.take(the.sam, { position: 'object', reasons: 'Diversion' }))
      .thenRefused('NOT_IN_THIS_STATUS'));
  it('is refused to an agency that was not asked', () =>
    given(...the.inReview)
      .when(the.take(the.eli))
      .thenRefused('NOT_REFERRED_TO_YOUR_AGENCY'));
  it('is not found where there is no review', () => given().when(the.take(the.sam)).thenRefused('CASE_NOT_FOUND'));
  it('is refused to somebody who is no security reviewer', () =>
    given(...the.inReview)
      .when(the.take({ ...the.sam, roles: ['auditor'] }))
      .thenRefused('NOT_A_SECURITY_REVIEWER'));
  it('is refused to somebody who took part in technical review', () =>
    given(...the.inReview)
      .when(the.take(the.ada))
      .thenRefused('TOOK_PART_IN_TECHNICAL_REVIEW'));
  it('is refused to somebody of the applicant', () =>
    given(...the.inReview)
      .when(the.take({ ...the.sam, organisation: the.file.applicant.companyId }))
      .thenRefused('INTEREST_IN_CASE'));
  it('is refused from the due moment on, noted or not, and not a moment before', () => {
    given(...the.inReview)
      .when(the.take(the.sam, {}, the.beforeDue))
      .then({ type: 'PositionTaken' });
    given(...the.inReview)
      .when(the.take(the.sam, {}, the.dueAt))
      .thenRefused('TIME_FOR_POSITION_OVER');
    given(...the.inReview, the.silent('state'))
      .when(the.take(the.sam))
      .thenRefused('TIME_FOR_POSITION_OVER');
  });
  it('may still change after the due moment where it was taken in time', () =>
    given(...the.inReview, the.taken(the.sam))
      .when(the.take(the.sam, { position: 'object', reasons: 'Diversion' }, the.dueAt))
      .then({ type: 'PositionTaken' }));
  it('needs reasons to object or to return', () => {
    given(...the.inReview)
      .when(the.take(the.sam, { position: 'object' }))
      .thenRefused('REASONS_REQUIRED');
    given(...the.inReview)
      .when(the.take(the.sam, { position: 'return', withheldReasons: 'A signal' }))
      .thenRefused('REASONS_REQUIRED');
  });
  it('needs a condition to approve with conditions, and has none otherwise', () => {
    given(...the.inReview)
      .when(the.take(the.sam, { position: 'approve-with-conditions' }))
      .thenRefused('CONDITIONS_REQUIRED');
    given(...the.inReview)
      .when(the.take(the.sam, { conditions: [the.filled()] }))
      .thenRefused('CONDITIONS_NEED_APPROVAL');
  });
  it('lists every clause that could not be filled, and every financial one', () => {
    const problems = [{ code: 'PARAMETER_MISSING' as const, sentence: 'Say which site.', pointer: '/parameters/site' }];
    const asked = given(...the.inReview).when(
      the.take(the.sam, {
        position: 'approve-with-conditions',
        conditions: [{ problems }, the.filled(the.aProposal(2), true)],
      }),
    );
    asked.thenRefused('PARAMETER_MISSING', 'FINANCIAL_TERMS_NOT_HERE');
    if (!JSON.stringify(asked.outcome).includes('/conditions/0/parameters/site')) throw new Error('No pointer.');
  });
});

describe('noting the silence of an agency', () => {
  it('counts as no objection, and closes the review where it was the last', () =>
    given(...the.inReview, the.taken(the.sam))
      .when(the.noteSilence('defense'))
      .then(
        { type: 'AgencySilenceNoted', data: { agency: 'defense', dueAt: the.dueAt } },
        {
          type: 'SecurityReviewClosed',
          data: {
            positions: [
              { agency: 'state', silent: false },
              { agency: 'defense', position: 'no-objection', silent: true },
            ],
          },
        },
      ));
  it('leaves the review open while another agency may still answer', () =>
    given(...the.inReview)
      .when(the.noteSilence('defense'))
      .then({ type: 'AgencySilenceNoted' }));
  it('is refused before its moment', () =>
    given(...the.inReview)
      .when(the.noteSilence('defense', the.beforeDue))
      .thenRefused('NOT_YET_DUE'));
  it('stays quiet after a position, after silence, and once the review is over', () => {
    given(...the.inReview, the.taken(the.dee))
      .when(the.noteSilence('defense'))
      .thenNothing();
    given(...the.inReview, the.silent('defense'))
      .when(the.noteSilence('defense'))
      .thenNothing();
    given(...the.inReview, the.closed)
      .when(the.noteSilence('defense'))
      .thenNothing();
    given(...the.inReview, the.cancelled)
      .when(the.noteSilence('defense'))
      .thenNothing();
  });
  it('is refused for an agency that was not asked, and to people', () => {
    given(...the.inReview)
      .when(the.noteSilence('energy'))
      .thenRefused('AGENCY_NOT_REFERRED');
    given(...the.inReview)
      .when(the.noteSilence('defense', the.dueAt, the.sam))
      .thenRefused('BY_RULE_ALONE');
  });
});

describe('cancelling security review', () => {
  it('ends a review, also one that has closed', () => {
    given(...the.inReview)
      .when(the.cancel())
      .then({ type: 'SecurityReviewCancelled', data: { because: 'returned' } });
    given(...the.inReview, the.closed)
      .when(the.cancel())
      .then({ type: 'SecurityReviewCancelled' });
  });
  it('stays quiet where there is nothing to cancel', () => {
    given().when(the.cancel()).thenNothing();
    given(...the.inReview, the.cancelled)
      .when(the.cancel())
      .thenNothing();
  });
  it('is refused to people', () =>
    given(...the.inReview)
      .when(the.cancel(the.sam))
      .thenRefused('BY_RULE_ALONE'));
});
