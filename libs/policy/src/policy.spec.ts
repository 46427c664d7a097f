import { describe, expect, it } from '@jest/globals';
import { countryName } from '@exeat/kernel';
import { policy } from './policy.fixtures.js';

describe('the rule set of a day', () => {
  it.each([
    ['2023-11-17', 'us-ear-2023-11-17'],
    ['2024-12-01', 'us-ear-2023-11-17'],
    ['2024-12-02', 'us-ear-2024-12-02'],
    ['2026-01-14', 'us-ear-2024-12-02'],
    ['2026-01-15', 'us-ear-2026-01-15'],
    ['2026-07-09', 'us-ear-2026-01-15'],
    ['2026-07-10', 'us-ear-2026-07-23'],
    ['2031-01-01', 'us-ear-2026-07-23'],
  ])('on %s is %s', (day, id) => {
    expect(policy.ruleSetOn(day).id).toBe(id);
    expect(policy.ruleSet(id)).toBe(policy.ruleSetOn(day));
  });

  it('is none before the first, and that is said', () => {
    expect(() => policy.ruleSetOn('2023-11-16')).toThrow('No rule set is on file for 2023-11-16.');
    expect(() => policy.ruleSet('us-ear-1999')).toThrow('No rule set "us-ear-1999" is on file.');
  });

  it('brings the days and figures of the process', () =>
    expect(policy.ruleSetOn('2026-10-01').process).toMatchObject({
      resolveWithinDays: 90,
      agencyAnswerDays: 30,
      noticeAnswerDays: 20,
      denialFinalDays: 45,
      licenceYears: 4,
      valueTolerancePercent: '25',
    }));
});

describe('the country groups', () => {
  const { groups } = policy.ruleSetOn('2026-10-01').countryGroups;

  it('hold as many countries as the regulation lists', () =>
    expect(Object.entries(groups).map(([group, countries]) => `${group} ${new Set(countries).size}`)).toEqual([
      'A:1 40',
      'A:5 38',
      'A:6 8',
      'D:1 24',
      'D:4 21',
      'D:5 22',
      'E:1 3',
      'E:2 1',
    ]));

  it('keep Macau out of D:5, and Hong Kong out of all of them', () => {
    expect(groups['D:5']).not.toContain('MO');
    expect(groups['D:1']).toContain('MO');
    expect(Object.values(groups).flat()).not.toContain('HK');
  });

  it('name the embargoed destinations', () =>
    expect(groups['D:5']?.map(countryName).sort()).toEqual([
      'Afghanistan',
      'Belarus',
      'Central African Republic',
      'Cuba',
      'Democratic Republic of the Congo',
      'Eritrea',
      'Haiti',
      'Iraq',
      'Islamic Republic of Iran',
      'Lebanon',
      'Libya',
      'Myanmar',
      'Nicaragua',
      'North Korea',
      "People's Republic of China",
      'Russian Federation',
      'Somalia',
      'South Sudan',
      'Sudan',
      'Syrian Arab Republic',
      'Venezuela',
      'Zimbabwe',
    ]));
});

describe('notices on file', () => {
  it('are addressed to made-up companies alone', () =>
    expect(policy.notices().map(({ addressee, fictionalAddressee }) => [addressee, fictionalAddressee])).toEqual([
      [['northgate'], true],
    ]));
});

describe('the clause library', () => {
  it('lists its clauses by name, conditions and riders apart', () =>
    expect(policy.clauses().map(({ clause, kind }) => `${kind} ${clause}`)).toEqual([
      'condition aggregate-tpp-share',
      'condition delivery-report',
      'condition end-use-statement',
      'condition laboratory-certificate',
      'condition no-military-end-use',
      'condition no-remote-access',
      'condition post-shipment-verification',
      'rider record-retention',
      'condition revenue-share',
      'condition serial-number-inventory',
      'condition site-lock',
    ]));
});

describe('the rules of a rule set', () => {
  it('cite nothing that was published after the rule set began: a case is not decided by what came later', () =>
    expect(
      policy
        .ruleSets()
        .flatMap(({ id, effectiveFrom, rules }) =>
          rules
            .filter(({ citation }) => (citation.match(/\d{4}-\d\d-\d\d/g) ?? []).some((day) => day > effectiveFrom))
            .map((rule) => `${id}: ${rule.id}`),
        ),
    ).toEqual([]));
});
