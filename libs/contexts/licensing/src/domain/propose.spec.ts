import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '@exeat/kernel';
import { specFor } from '@exeat/kernel/spec';
import { licensing } from './licensing.js';
import * as the from './licensing.fixtures.js';

const { given } = specFor(licensing);

describe('proposing to approve', () => {
  it('names the lines with their value, the conditions in force, and the officer', () =>
    given(the.opened({ proposals: [the.aProposal()] }), the.adopted())
      .when(the.approve())
      .then({
        type: 'ApprovalProposed',
        data: {
          lines: [{ line: 1, model: 'H20 SXM', quantity: '800', value: { amount: '10000000.00', currency: 'USD' } }],
          conditions: [the.aCondition()],
          validUntil: '2030-09-10',
          officer: { id: 'olu-ade', name: 'Olu Ade' },
          signaturesRequired: 1,
        },
      }));
  it('may go up to the quantity applied for, and not a unit above', () => {
    given(the.opened())
      .when(the.approve({ lines: [{ line: 1, quantity: '1000' }] }))
      .then({ type: 'ApprovalProposed' });
    const asked = given(the.opened()).when(
      the.approve({
        lines: [
          { line: 2, quantity: '50' },
          { line: 1, quantity: '1001' },
        ],
      }),
    );
    asked.thenRefused('QUANTITY_ABOVE_APPLICATION');
    expect(isRefusal(asked.outcome) && asked.outcome.refused[0]?.pointer).toBe('/lines/1/quantity');
  });
  it('needs a line, and each line of the application at most once', () => {
    given(the.opened())
      .when(the.approve({ lines: [] }))
      .thenRefused('LINES_MISSING');
    given(the.opened())
      .when(
        the.approve({
          lines: [
            { line: 1, quantity: '1' },
            { line: 1, quantity: '1' },
            { line: 3, quantity: '1' },
          ],
        }),
      )
      .thenRefused('LINE_REPEATED', 'LINE_UNKNOWN');
  });
  it('may end on the day itself, not before', () => {
    given(the.opened())
      .when(the.approve({ validUntil: '2026-09-10' }))
      .then({ type: 'ApprovalProposed' });
    given(the.opened())
      .when(the.approve({ validUntil: '2026-09-09' }))
      .thenRefused('VALID_UNTIL_PAST');
  });
  it('lists every gate that is open, beside everything else', () =>
    given(
      the.opened({
        proposals: [the.aProposal()],
        positions: [the.stands('state', 'object'), the.stands('defense', 'return'), the.stands('energy', 'object')],
      }),
    )
      .when(the.approve({ reasons: ' ' }))
      .thenRefused('CONDITIONS_UNSETTLED', 'OBJECTION_STANDS', 'OBJECTION_STANDS', 'RETURN_ASKED', 'REASONS_REQUIRED'));
  it('waits until each proposal is adopted or dropped', () => {
    const two = the.opened({ proposals: [the.aProposal(1), the.aProposal(2)] });
    given(two, the.adopted(1)).when(the.approve()).thenRefused('CONDITIONS_UNSETTLED');
    given(two, the.adopted(1), the.dropped(2))
      .when(the.approve())
      .then({ type: 'ApprovalProposed', data: { conditions: [the.aCondition(1)] } });
  });
  it('is refused where no licence is required', () =>
    given(the.opened(the.confirming)).when(the.approve()).thenRefused('WRONG_ROUTE'));
  it('stays quiet where the same is proposed by the same officer', () => {
    given(the.opened(), ...[the.approvalProposed()])
      .when(the.approve())
      .thenRefused('NOT_IN_THIS_STATUS');
    const outcome = given(the.opened()).when(the.approve()).outcome;
    given(the.opened(), ...(isRefusal(outcome) ? [] : outcome))
      .when(the.approve())
      .thenNothing();
  });
});

describe('proposing to deny', () => {
  it('names its criteria and reasons, and keeps back what is withheld', () =>
    given(the.opened({ positions: [the.stands('state', 'object')] }))
      .when(the.deny({ withheldReasons: 'A signal' }))
      .then({
        type: 'DenialProposed',
        data: { criteria: ['15 CFR 744.23(d)'], reasons: 'Risk of diversion', withheldReasons: 'A signal' },
      }));
  it('does not wait for conditions to be settled', () =>
    given(the.opened({ proposals: [the.aProposal()] }))
      .when(the.deny())
      .then({ type: 'DenialProposed' }));
  it('needs criteria and reasons', () =>
    given(the.opened())
      .when(the.deny({ criteria: [], reasons: '' }))
      .thenRefused('CRITERIA_REQUIRED', 'REASONS_REQUIRED'));
  it('is refused where no licence is required', () =>
    given(the.opened(the.confirming)).when(the.deny()).thenRefused('WRONG_ROUTE'));
});

describe('proposing to confirm that no licence is required', () => {
  it('is for cases that technical review found so', () => {
    given(the.opened(the.confirming)).when(the.confirm()).then({ type: 'NoLicenceRequiredProposed' });
    given(the.opened()).when(the.confirm()).thenRefused('WRONG_ROUTE');
  });
});

describe('proposing a decision', () => {
  const commands = [
    (by = the.olu) => the.approve({}, by),
    (by = the.olu) => the.deny({}, by),
    (by = the.olu) => the.confirm(by),
  ];
  it('is refused to people without the role, and in any status but settling', () =>
    commands.forEach((command) => {
      given(the.opened()).when(command(the.cora)).thenRefused('NOT_A_LICENSING_OFFICER');
      given().when(command()).thenRefused('CASE_NOT_FOUND');
      given(the.opened(), the.approvalProposed(the.ines)).when(command()).thenRefused('NOT_IN_THIS_STATUS');
      given(the.opened(), the.granted).when(command()).thenRefused('NOT_IN_THIS_STATUS');
    }));
  it('is refused to whoever took part in the reviews, or belongs to the applicant', () => {
    given(the.opened()).when(the.approve({}, the.sam)).thenRefused('REVIEWER_MAY_NOT_DECIDE');
    given(the.opened()).when(the.deny({}, the.sam)).thenRefused('REVIEWER_MAY_NOT_DECIDE');
    given(the.opened(the.confirming)).when(the.confirm(the.sam)).thenRefused('REVIEWER_MAY_NOT_DECIDE');
    given(the.opened())
      .when(the.deny({}, { ...the.olu, organisation: the.file.applicant.companyId }))
      .thenRefused('INTEREST_IN_CASE');
  });
  it('lets one of two officers who decide at once propose, and refuses the other', () =>
    given(the.opened(), the.approvalProposed(the.olu)).when(the.deny({}, the.ines)).thenRefused('NOT_IN_THIS_STATUS'));
});
