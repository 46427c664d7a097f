import { describe, it } from '@jest/globals';
import { specFor } from '@exeat/kernel/spec';
import { securityReview } from './security-review.js';
import * as the from './security-review.fixtures.js';

const { given } = specFor(securityReview);

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
