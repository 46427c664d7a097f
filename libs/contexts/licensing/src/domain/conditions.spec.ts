import { describe, expect, it } from '@jest/globals';
import { fold, isRefusal } from '@exeat/kernel';
import { specFor } from '@exeat/kernel/spec';
import type { LicensingCommand } from './commands.js';
import type { LicensingFact } from './events.js';
import { licensing } from './licensing.js';
import * as the from './licensing.fixtures.js';

const { given } = specFor(licensing);
const settling = the.opened({ proposals: [the.aProposal(1), the.aProposal(2, 'defense')] });

describe('adopting a condition', () => {
  it('takes it into the decision as it was proposed', () =>
    given(settling)
      .when(the.adopt(1))
      .then({ type: 'ConditionAdopted', data: { proposal: the.aProposal(1), officer: { id: 'olu-ade' } } }));
  it('stays quiet where it is in the decision already, also in other words', () => {
    given(settling, the.adopted()).when(the.adopt(1)).thenNothing();
    given(settling, ...facts(the.reword(1)))
      .when(the.adopt(1))
      .thenNothing();
  });
  it('takes a dropped condition back in', () =>
    given(settling, the.dropped()).when(the.adopt(1)).then({ type: 'ConditionAdopted' }));
  it('is refused for a condition the case does not have', () =>
    given(settling).when(the.adopt(7)).thenRefused('CONDITION_UNKNOWN'));
});

describe('adding a condition', () => {
  it('adopts it as licensing’s own', () =>
    given(settling)
      .when(the.add())
      .then({ type: 'ConditionAdded', data: { proposal: { proposedBy: 'licensing', reason: 'As agreed' } } }));
  it('stays quiet for a condition that is there', () =>
    given(settling, ...facts(the.add()))
      .when(the.add())
      .thenNothing());
  it('lists what stands in the way of the clause', () =>
    given(settling)
      .when({
        type: 'AddCondition',
        data: {
          reason: 'As agreed',
          filled: {
            problems: [
              { code: 'PARAMETER_MISSING', sentence: 'The percentage is missing.', pointer: '/parameters/percent' },
              { code: 'PARAMETER_UNKNOWN', sentence: 'No parameter "x".', pointer: '/parameters/x' },
            ],
          },
        },
        by: the.olu,
        at: the.at,
      })
      .thenRefused('PARAMETER_MISSING', 'PARAMETER_UNKNOWN'));
  it('is refused where no licence is required', () =>
    given(the.opened(the.confirming)).when(the.add()).thenRefused('WRONG_ROUTE'));
});

describe('rewording a condition', () => {
  it('keeps who it is, who proposed it, and both wordings', () =>
    given(settling)
      .when(the.reword(2))
      .then({
        type: 'ConditionReworded',
        data: {
          conditionId: the.aCondition(2).conditionId,
          proposedBy: 'defense',
          before: the.aCondition(2),
          after: the.reworded(2),
          reason: 'Thirty days are too few.',
        },
      }));
  it('settles a proposal, in other words', () =>
    given(settling, ...facts(the.reword(1)), the.dropped(2))
      .when(the.approve())
      .then({ type: 'ApprovalProposed', data: { conditions: [the.reworded(1)] } }));
  it('stays quiet where it is worded so already', () =>
    given(settling, ...facts(the.reword(1)))
      .when(the.reword(1))
      .thenNothing());
  it('is refused for a condition that was dropped', () =>
    given(settling, the.dropped()).when(the.reword(1)).thenRefused('CONDITION_DROPPED'));
  it('is refused for a condition the case does not have', () =>
    given(settling).when(the.reword(7)).thenRefused('CONDITION_UNKNOWN'));
});

describe('dropping a condition', () => {
  it('keeps what was dropped, whose it was, and why', () =>
    given(settling)
      .when(the.drop(2))
      .then({
        type: 'ConditionDropped',
        data: { proposedBy: 'defense', condition: the.aCondition(2), reason: 'Redundant', officer: { id: 'olu-ade' } },
      }));
  it('stays quiet where it is dropped', () => given(settling, the.dropped()).when(the.drop(1)).thenNothing());
  it('is refused without a reason', () =>
    given(settling)
      .when({
        type: 'DropCondition',
        data: { conditionId: the.aCondition().conditionId, reason: ' ' },
        by: the.olu,
        at: the.at,
      })
      .thenRefused('REASONS_REQUIRED'));
});

describe('settling conditions', () => {
  const commands = [the.adopt, (_: number, by = the.olu) => the.add(9, by), the.reword, the.drop];
  it('is refused to somebody who took part in the reviews', () =>
    commands.forEach((command) => given(settling).when(command(1, the.sam)).thenRefused('REVIEWER_MAY_NOT_DECIDE')));
  it('is refused to somebody of the applicant', () =>
    commands.forEach((command) =>
      given(settling)
        .when(command(1, { ...the.olu, organisation: the.file.applicant.companyId }))
        .thenRefused('INTEREST_IN_CASE'),
    ));
  it('is refused to somebody who is no licensing officer', () =>
    commands.forEach((command) => given(settling).when(command(1, the.cora)).thenRefused('NOT_A_LICENSING_OFFICER')));
  it('is refused while a decision is proposed', () =>
    commands.forEach((command) =>
      given(settling, the.approvalProposed()).when(command(1)).thenRefused('NOT_IN_THIS_STATUS'),
    ));
  it('keeps the provenance of every condition', () => {
    const state = fold(licensing, [settling, the.adopted(), ...facts(the.reword(1)), the.dropped()]);
    expect(state.status === 'settling' && state.conditions[0]).toMatchObject({
      proposal: the.aProposal(1),
      standing: 'dropped',
      changes: [
        { change: 'adopted', officer: { name: 'Olu Ade' } },
        { change: 'reworded', before: the.aCondition().text, after: the.reworded().text },
        { change: 'dropped', reason: 'Redundant' },
      ],
    });
  });
});

/** The facts that a command leads to from the two proposals. */
const facts = (command: LicensingCommand): readonly LicensingFact[] => {
  const outcome = licensing.decide(command, fold(licensing, [settling]));
  return isRefusal(outcome) ? [] : outcome;
};
