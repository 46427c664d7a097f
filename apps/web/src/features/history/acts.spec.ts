import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { actOf, actsIn, factTypes, idleDays, typeInWords, type Acted } from './acts';

const fact = (position: number, type: string, by = 'Ada Reyes', day = position): Acted => ({
  position,
  type,
  at: `2026-11-${String(day).padStart(2, '0')}T09:00:00.000Z`,
  actorId: by === 'Exeat' ? 'system:rule' : by.toLowerCase(),
  actorName: by,
});

describe('acts', () => {
  it('are there for every type of fact that a case can hold', () => {
    const stored = [
      ...new Set(
        readdirSync(join(import.meta.dirname, '../../../../../docs/facts')).flatMap(
          (name) => /^([A-Z]\w+?)\.v?\d+\./.exec(name)?.[1] ?? [],
        ),
      ),
    ];
    expect(stored.length).toBeGreaterThan(40);
    expect(stored.filter((type) => actOf(type) === 'other' && !/^(Listener|View|Command|Parked)/.test(type))).toEqual(
      [],
    );
    expect(factTypes.filter((type) => !stored.includes(type))).toEqual([]);
  });
  it('gather what belongs together, and name who did it', () => {
    const [review, security] = actsIn([
      fact(4, 'TechnicalReviewOpened', 'Exeat'),
      fact(5, 'FindingRecorded'),
      fact(6, 'CaseReferred', 'Exeat'),
      fact(9, 'TechnicalReviewCompleted'),
    ]);
    expect(review).toMatchObject({ name: 'technical-review', key: 4, people: ['Ada Reyes'] });
    expect([review?.from.slice(8, 10), review?.until.slice(8, 10)]).toEqual(['04', '09']);
    expect(security).toMatchObject({ name: 'security-review', people: ['Exeat'] });
  });
  it('begin anew once an application that went back is taken up again', () => {
    const found = actsIn([
      fact(1, 'ApplicationSubmitted'),
      fact(2, 'TechnicalReviewOpened'),
      fact(3, 'ApplicationReturned'),
      fact(4, 'TechnicalReviewCancelled'),
      fact(5, 'DraftSaved'),
      fact(6, 'ApplicationSubmitted'),
      fact(7, 'TechnicalReviewOpened'),
    ]);
    expect(found.map(({ name, facts }) => [name, facts.length])).toEqual([
      ['submission', 1],
      ['technical-review', 2],
      ['return', 1],
      ['drafting', 1],
      ['submission', 1],
      ['technical-review', 1],
    ]);
  });
  it('count whole days of nothing', () => {
    expect(idleDays('2026-11-01T09:00:00.000Z', '2026-11-13T10:00:00.000Z')).toBe(12);
    expect(idleDays('2026-11-02T09:00:00.000Z', '2026-11-01T10:00:00.000Z')).toBe(0);
  });
  it('are told in words by the types of their facts', () =>
    expect(typeInWords('NoticeOfIntentIssued')).toBe('Notice of intent issued'));
});
