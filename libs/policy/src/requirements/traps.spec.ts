import { describe, expect, it } from '@jest/globals';
import type { Content, IntegratedCircuit, Party } from '@exeat/kernel';
import {
  allCertified,
  chips,
  circuit,
  content,
  current,
  inChina,
  item,
  party,
  policy,
  reviewed,
  today,
} from '../policy.fixtures.js';

const asked = (chip: IntegratedCircuit, recipient: Party, parts: Partial<Content> = {}, day = today) => {
  const ruleSet = policy.ruleSetOn(day);
  const input = reviewed(content([item('A chip', chip)], recipient, parts), { ruleSet });
  return policy.requirementsFor(input, ruleSet, day).map(({ rule, reviewPolicy }) => `${rule}: ${reviewPolicy}`);
};
const consignee = (country: string, parts: Partial<Party> = {}) => party('ultimate-consignee', country, parts);

describe('destinations', () => {
  it.each([
    ['SA', ['rs-3a090-a-destination: case-by-case'], 'Saudi Arabia is in D:4'],
    ['VN', ['rs-3a090-a-destination: case-by-case'], 'Vietnam is in D:1'],
    ['IL', [], 'Israel is in D:4, and in A:6'],
    ['MY', [], 'Malaysia is in none'],
    ['IN', [], 'India is in A:5'],
    ['GB', [], 'the worldwide rule is codified but not enforced'],
    ['AE', ['rs-3a090-a-destination: case-by-case'], 'the United Arab Emirates are in A:5, and still named'],
    [
      'HK',
      ['rs-3a090-a-destination: presumption-of-denial', 'hq-3a090-a: presumption-of-denial'],
      'Hong Kong is treated as China',
    ],
    [
      'MO',
      ['rs-3a090-a-destination: presumption-of-denial', 'hq-3a090-a: presumption-of-denial'],
      'Macau is named beside D:5',
    ],
  ])('.a to %s: %j, for %s', (country, expected) => expect(asked(chips.mi325x, consignee(country))).toEqual(expected));

  it('.b goes by its own scope, and the headquarters rule by destinations outside of it', () => {
    expect(asked(chips.l40, consignee('AE'))).toEqual(['rs-3a090-b-destination: case-by-case']);
    expect(asked(chips.l40, inChina())).toEqual(['rs-3a090-b-destination: case-by-case']);
    expect(asked(chips.l40, consignee('MY', { headquarters: 'MO' }))).toEqual(['hq-3a090-b: case-by-case']);
    expect(asked(chips.l40, consignee('VN', { headquarters: 'MO' }))).toEqual(['rs-3a090-b-destination: case-by-case']);
  });

  it('.c goes to Macau and D:5, or for those headquartered there', () => {
    const memory = { kind: 'high-bandwidth-memory', bandwidthGBs: '1200', packageAreaMm2: '110' } as const;
    const rulesFor = (recipient: Party) =>
      policy
        .requirementsFor(reviewed(content([item('HBM', memory)], recipient)), current, today)
        .map(({ rule }) => rule);
    expect(rulesFor(inChina())).toEqual(['rs-3a090-c-destination']);
    expect(rulesFor(consignee('MO'))).toEqual(['rs-3a090-c-destination']);
    expect(rulesFor(consignee('VN'))).toEqual([]);
    expect(rulesFor(consignee('VN', { headquarters: 'CN' }))).toEqual(['hq-3a090-c']);
  });
});

describe('authorised parties in the United Arab Emirates', () => {
  const owned = consignee('AE', { name: 'Oracle Gulf', ultimateParent: { name: 'ORACLE', headquarters: 'US' } });

  it('need no licence for the destination, by name or by ultimate parent', () => {
    expect(asked(chips.h200, owned)).toEqual([]);
    expect(asked(chips.h200, consignee('AE', { name: 'Core42' }))).toEqual([]);
  });

  it('lose it by themselves on the day it lapses', () => {
    expect(asked(chips.h200, consignee('AE', { name: 'Core42' }), {}, '2027-04-05')).toEqual([]);
    expect(asked(chips.h200, consignee('AE', { name: 'Core42' }), {}, '2027-04-06')).not.toEqual([]);
  });

  it('do not cover a namesake from elsewhere, nor another recipient beside them', () => {
    expect(asked(chips.h200, consignee('AE', { name: 'Oracle', headquarters: 'CN' }))).toHaveLength(2);
    const mixed = { parties: [owned, party('end-user', 'AE')] };
    expect(asked(chips.h200, owned, mixed)).toEqual(['rs-3a090-a-destination: case-by-case']);
  });

  it('are still caught by the headquarters rule', () => {
    const parent = { name: 'Parent', headquarters: 'CN' };
    expect(asked(chips.h200, consignee('AE', { name: 'Core42', ultimateParent: parent }))).toEqual([
      'hq-3a090-a: presumption-of-denial',
    ]);
  });
});

describe('review policies, in order', () => {
  it('presumes approval where every recipient is headquartered in friendly places and not owned from Macau or D:5', () => {
    expect(asked(chips.h200, consignee('VN', { headquarters: 'JP' }))).toEqual([
      'rs-3a090-a-destination: presumption-of-approval',
    ]);
    const owned = { headquarters: 'JP', ultimateParent: { name: 'Parent', headquarters: 'CN' } };
    expect(asked(chips.h200, consignee('VN', owned))[0]).toBe('rs-3a090-a-destination: presumption-of-denial');
    expect(asked(chips.h200, consignee('VN', { headquarters: 'AE' }))).toEqual([
      'rs-3a090-a-destination: case-by-case',
    ]);
  });

  it('goes case by case for .b, and for .a only where it is known not to be for datacentres', () => {
    const consumer = { ...chips.h200, designedOrMarketedForDatacentre: 'no' } as const;
    expect(asked(consumer, inChina())[0]).toBe('rs-3a090-a-destination: case-by-case');
    const unknown = { ...chips.h200, designedOrMarketedForDatacentre: 'unknown' } as const;
    expect(asked(unknown, inChina())[0]).toBe('rs-3a090-a-destination: presumption-of-denial');
  });

  it('knows the policy for items outside datacentres only from its own day on', () => {
    const consumer = { ...chips.h200, designedOrMarketedForDatacentre: 'no' } as const;
    expect(asked(consumer, inChina(), {}, '2024-04-03')[0]).toBe('rs-3a090-a-destination: presumption-of-denial');
    expect(asked(consumer, inChina(), {}, '2024-04-04')[0]).toBe('rs-3a090-a-destination: case-by-case');
  });

  it('gives lines of one rule their own requirement where their review policies differ', () => {
    const input = reviewed(
      content([item('H200', chips.h200, 1), item('B300', chips.b300, 2)], inChina(), { certifications: allCertified }),
    );
    const byDestination = policy
      .requirementsFor(input, current, today)
      .filter(({ rule }) => rule === 'rs-3a090-a-destination');
    expect(byDestination.map(({ lines, reviewPolicy }) => [lines, reviewPolicy])).toEqual([
      [[1], 'case-by-case'],
      [[2], 'presumption-of-denial'],
    ]);
  });
});

describe('the January 2026 pathway', () => {
  const gate = (parts: Partial<Content>, chip: IntegratedCircuit = chips.h200, recipient = inChina()) =>
    asked(chip, recipient, { certifications: allCertified, ...parts })[0];
  const withTpp = (denseTops: string) =>
    circuit({ rates: [{ format: 'fp8', bits: 8, denseTops }], dramBandwidthGBs: '6499.999999' });

  it('is open to Hong Kong and Macau, which are or go with China', () => {
    expect(gate({}, chips.h200, consignee('HK'))).toBe('rs-3a090-a-destination: case-by-case');
    expect(gate({}, chips.h200, consignee('MO'))).toBe('rs-3a090-a-destination: case-by-case');
  });

  it('names what is not certified the way people write it', () => {
    const certifications = { ...allCertified, 'sufficient-us-supply': false, 'aggregate-tpp-share': false };
    const input = reviewed(content([item('A chip', chips.h200)], inChina(), { certifications }));
    expect(policy.requirementsFor(input, current, today)[0]?.policyBecause).toContain(
      'not certified: sufficient US supply, aggregate TPP share',
    );
  });
  it('is strict in both figures', () => {
    expect(gate({}, withTpp('2624.999999'))).toBe('rs-3a090-a-destination: case-by-case');
    expect(gate({}, withTpp('2625'))).toBe('rs-3a090-a-destination: presumption-of-denial');
    expect(gate({}, { ...chips.h200, dramBandwidthGBs: '6500' })).toBe('rs-3a090-a-destination: presumption-of-denial');
  });

  it('is closed where the bandwidth is not known', () => {
    const { dramBandwidthGBs: _, ...unknown } = chips.h200;
    expect(gate({}, unknown)).toBe('rs-3a090-a-destination: presumption-of-denial');
  });

  it('is closed from anywhere but the United States, and for other embargoed places', () => {
    expect(gate({ exportFrom: 'SG' })).toBe('rs-3a090-a-destination: presumption-of-denial');
    expect(gate({}, chips.h200, consignee('VE'))).toBe('rs-3a090-a-destination: presumption-of-denial');
  });

  it.each(Object.keys(allCertified))('is closed without the certification %s', (name) => {
    expect(gate({ certifications: { ...allCertified, [name]: false } })).toBe(
      'rs-3a090-a-destination: presumption-of-denial',
    );
    const { [name as keyof typeof allCertified]: _, ...unanswered } = allCertified;
    expect(gate({ certifications: unanswered })).toBe('rs-3a090-a-destination: presumption-of-denial');
  });
});

describe('what is open never passes for nothing', () => {
  const unresolved = (chip: IntegratedCircuit, applicant = 'blueharbor', parts: Partial<Content> = {}) =>
    policy.unresolved(reviewed(content([item('A chip', chip)], inChina(), parts), { applicant }), current, today);

  it('lists an undetermined finding with what is missing', () =>
    expect(unresolved(circuit({ rates: [] }))).toEqual([
      {
        code: 'FINDING_UNDETERMINED',
        sentence:
          'Line 1 (A chip) is undetermined; needed: the dense rate in at least one format, with its bit length.',
      },
    ]));

  it('lists a line without a finding, and an application that tells no destination', () => {
    const of = reviewed(content([item('A chip', chips.h200)], inChina(), { parties: [party('purchaser', 'CN')] }));
    expect(policy.unresolved({ ...of, findings: [] }, current, today).map(({ code }) => code)).toEqual([
      'FINDING_MISSING',
      'DESTINATION_MISSING',
    ]);
  });

  it('lists the figure on which a notice turns, for its addressee alone', () => {
    const { interconnectBandwidthGBs: _, ...unstated } = chips.rtx4090d;
    expect(unresolved(unstated, 'northgate')).toMatchObject([
      { code: 'NOTICE_FIGURE_MISSING', sentence: expect.stringMatching(/interconnect bandwidth/) },
    ]);
    expect(unresolved(unstated)).toEqual([]);
    expect(unresolved(chips.rtx4090d, 'northgate')).toEqual([]);
  });

  it('answers for rules that need screening as open, and for the stayed one by the day', () => {
    const input = reviewed(content([item('H200', chips.h200)], inChina()));
    const affiliates = (day: string) =>
      policy.answers(input, policy.ruleSetOn(day), day).find(({ rule }) => rule === 'affiliates-50-percent');
    expect(affiliates('2026-11-09')).toMatchObject({ standing: 'stayed', applies: 'no' });
    expect(affiliates('2026-11-10')).toMatchObject({ standing: 'in-force', applies: 'open' });
    expect(policy.answers(input, current, today).find(({ rule }) => rule === 'rs-3a090-a-worldwide')).toMatchObject({
      standing: 'not-enforced',
      applies: 'no',
      lines: [],
    });
  });
});

describe('referrals', () => {
  const agencies = (chip: IntegratedCircuit, recipient: Party, applicant?: string) => {
    const input = reviewed(content([item('A chip', chip)], recipient), applicant === undefined ? {} : { applicant });
    const requirements = policy.requirementsFor(input, current, today);
    return policy.referralsFor({ ...input, requirements }, current).map(({ agency, days }) => `${agency} ${days}`);
  };

  it('go to State, Defense and Energy, with thirty days', () =>
    expect(agencies(chips.h200, consignee('SA'))).toEqual(['state 30', 'defense 30', 'energy 30']));

  it('go to Justice too where the headquarters rule or a notice applies', () => {
    expect(agencies(chips.h200, inChina())).toContain('justice 30');
    expect(agencies(chips.h20, inChina(), 'northgate')).toContain('justice 30');
  });

  it('go nowhere where no licence is required', () => expect(agencies(chips.rtx4090d, inChina())).toEqual([]));
});
