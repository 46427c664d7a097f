import { describe, expect, it } from '@jest/globals';
import { system, type Actor, type FactNamed, type Recorded } from '@exeat/kernel';
import * as the from './domain/security-review.fixtures.js';
import { securityReviewAudience, securityReviewSentences, type SecurityReviewFact } from './published.js';

const exeat = system('security-review');
const told = <Type extends SecurityReviewFact['type']>(
  type: Type,
  data: FactNamed<SecurityReviewFact, Type>['data'],
  actor: Actor = exeat,
): string =>
  securityReviewSentences[type]({ type, data, meta: { actor } } as Recorded<FactNamed<SecurityReviewFact, Type>>);

const round = { file: the.file, findings: [], requirements: [the.requirement], participants: [] };
const reviewer = { id: 'sam-stone', name: 'Sam Stone' };

describe('the story of a security review', () => {
  it('says what is to be considered', () =>
    expect(told('SecurityReviewOpened', round)).toBe(
      'Security review of Z000001 opened, with 1 licence requirement to consider',
    ));
  it('says who is asked, until when, and why', () =>
    expect(
      told('CaseReferred', {
        agency: 'state',
        agencyName: 'Department of State',
        rule: 'refer-state',
        because: 'A licence is required',
        dueAt: the.dueAt,
      }),
    ).toBe('The case was referred to Department of State, to answer by 2026-09-09 09:00 UTC: A licence is required'));
  it('says what an agency wants', () =>
    expect(told('ConditionProposed', { agency: 'state', proposal: the.aProposal() }, the.sam)).toBe(
      'Sam Stone proposed a condition for State: "No military end use."',
    ));
  it('says who took which position for whom, and never what is withheld', () => {
    const sentence = told(
      'PositionTaken',
      {
        agency: 'defense',
        position: 'object',
        reasons: 'Risk of diversion',
        withheldReasons: 'A signal',
        conditionIds: [],
        reviewer,
      },
      the.dee,
    );
    expect(sentence).toBe('Dee Frost took the position "object" for Defense: Risk of diversion');
  });
  it('counts the conditions that go with a position', () =>
    expect(
      told(
        'PositionTaken',
        {
          agency: 'state',
          position: 'approve-with-conditions',
          conditionIds: ['a', 'b'],
          reviewer,
        },
        the.sam,
      ),
    ).toBe('Sam Stone took the position "approve with conditions" (2 conditions) for State'));
  it('says what silence means', () =>
    expect(told('AgencySilenceNoted', { agency: 'energy', dueAt: the.dueAt })).toBe(
      'Energy had said nothing by 2026-09-09 09:00 UTC and is deemed not to object',
    ));
  it('says how it ended', () => {
    expect(told('SecurityReviewClosed', { ...round, positions: [], proposals: [the.aProposal()] })).toBe(
      'Security review closed: 0 positions in, 1 condition proposed',
    );
    expect(told('SecurityReviewCancelled', { because: 'returned' })).toBe(
      'Security review was cancelled because the application was returned',
    );
  });
  it('keeps from the applicant who was asked and who said what', () =>
    expect(Object.entries(securityReviewAudience).filter(([, audience]) => audience === 'applicant')).toEqual([
      ['SecurityReviewOpened', 'applicant'],
    ]));
});
