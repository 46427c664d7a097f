import { describe, expect, it } from '@jest/globals';
import { isOvertaken } from './overtaken';
import { afterOwnAct, standAt } from './stand';

const values = { reasons: 'Case by case.' };
const at = (version: number) => standAt('/licensing/c1/approval', version);

describe('what was typed', () => {
  it('is overtaken once a later version stands', () => {
    expect(isOvertaken({ values, since: 10, upon: at(3) }, at(4))).toBe(true);
    expect(isOvertaken({ values, since: 10, upon: at(3) }, at(3))).toBe(false);
  });

  it('is overtaken by a change of what it is about, however that is written', () => {
    const upon = { name: 'Ada', place: undefined, rows: [1, 2] };
    const stored = { values, since: 10, upon: JSON.parse(JSON.stringify(upon)) as unknown };
    expect(isOvertaken(stored, { rows: [1, 2], name: 'Ada' })).toBe(false);
    expect(isOvertaken(stored, upon)).toBe(false);
    expect(isOvertaken(stored, { ...upon, rows: [2, 1] })).toBe(true);
  });

  it('is not overtaken where nothing stood and nothing stands', () =>
    expect(isOvertaken({ values, since: 10 }, undefined)).toBe(false));

  it('is overtaken where something stands that had not been there', () =>
    expect(isOvertaken({ values, since: 10 }, { name: 'Ada' })).toBe(true));
});

describe('an act of one’s own', () => {
  it('moves on what was typed upon the version before it', () =>
    expect(afterOwnAct({ values, since: 10, upon: at(3) }, at(3), at(5), 14)).toEqual({
      values,
      since: 14,
      upon: at(5),
    }));

  it('hides no act of somebody else that came before it', () => {
    const typed = { values, since: 10, upon: at(2) };
    expect(afterOwnAct(typed, at(3), at(4), 14)).toBe(typed);
  });

  it('says nothing of another stream at the same version', () => {
    const typed = { values, since: 10, upon: standAt('/applications/c1', 3) };
    expect(afterOwnAct(typed, at(3), at(4), 14)).toBe(typed);
  });
});

describe('how a stream stands', () => {
  it('is named alike by all its commands', () =>
    expect(standAt('/licensing/c1/conditions/k1/drop', 3)).toBe(standAt('/licensing/c1', 3)));
});
