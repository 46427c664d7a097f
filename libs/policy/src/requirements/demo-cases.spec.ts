import { describe, expect, it } from '@jest/globals';
import type { Content } from '@exeat/kernel';
import {
  allCertified,
  chips,
  content,
  current,
  inChina,
  item,
  party,
  policy,
  reviewed,
  today,
} from '../policy.fixtures.js';

const of = (
  name: string,
  chip: keyof typeof chips,
  recipient = inChina(),
  parts: Partial<Content> = {},
  applicant?: string,
) => reviewed(content([item(name, chips[chip])], recipient, parts), applicant === undefined ? {} : { applicant });
const required = (input: ReturnType<typeof reviewed>) => policy.requirementsFor(input, current, today);
const inShort = (input: ReturnType<typeof reviewed>) =>
  required(input).map(({ rule, reviewPolicy }) => `${rule}: ${reviewPolicy}`);

describe('an H20 to China', () => {
  const h20 = of('H20', 'h20', inChina(), {}, 'northgate');

  it('meets no paragraph, and needs a licence by an individual notice, case by case', () => {
    expect(h20.findings[0]).toMatchObject({ paragraph: 'none' });
    expect(required(h20)).toEqual([
      {
        rule: 'is-informed-notice',
        citation: '15 CFR 744.23(b)',
        lines: [1],
        because:
          "Line 1 (H20) would go to the People's Republic of China (in Country Group D:5), and has memory bandwidth 4,000 GB/s, at least 4,000: notice demo-notice-2025-04-09 of 2025-04-09 told the applicant that a licence is needed.",
        reviewPolicy: 'case-by-case',
        policyBecause:
          'Case by case: the notice asks for a licence of a circuit that meets no paragraph of 3A090, and names no presumption.',
      },
    ]);
  });

  it('needs none from an exporter who was told nothing', () =>
    expect(inShort(of('H20', 'h20', inChina(), {}, 'blueharbor'))).toEqual([]));

  it('needs none before the day of the notice', () =>
    expect(policy.requirementsFor(h20, policy.ruleSetOn('2025-04-08'), '2025-04-08')).toEqual([]));

  it('needs one at any address where the ultimate parent is headquartered in China', () => {
    const owned = party('ultimate-consignee', 'MY', { ultimateParent: { name: 'Parent', headquarters: 'HK' } });
    expect(inShort(of('H20', 'h20', owned, {}, 'northgate'))).toEqual(['is-informed-notice: case-by-case']);
    expect(inShort(of('H20', 'h20', party('ultimate-consignee', 'MY'), {}, 'northgate'))).toEqual([]);
  });
});

describe('an H200 to China', () => {
  it('is reviewed case by case where the gate of January 2026 is met', () => {
    const h200 = of('H200', 'h200', inChina(), { certifications: allCertified });
    expect(h200.findings[0]).toMatchObject({ paragraph: '3A090.a' });
    expect(inShort(h200)).toEqual(['rs-3a090-a-destination: case-by-case', 'hq-3a090-a: case-by-case']);
    expect(required(h200)[0]?.policyBecause).toBe(
      'Case by case: line 1 (H200) has TPP 15,832, below 21,000, and DRAM bandwidth 4,800 GB/s, below 6,500, leaves from the United States of America, and every certification is made (15 CFR 742.6(b)(10)(iii)(A)(1); 91 FR 1684).',
    );
  });

  it('is presumed denied before the pathway', () => {
    const input = of('H200', 'h200', inChina(), { certifications: allCertified });
    const before = policy.requirementsFor(input, policy.ruleSetOn('2026-01-14'), '2026-01-14');
    expect(before.map(({ reviewPolicy }) => reviewPolicy)).toEqual(['presumption-of-denial']);
    const since = policy.requirementsFor(input, policy.ruleSetOn('2026-01-15'), '2026-01-15');
    expect(since.map(({ reviewPolicy }) => reviewPolicy)).toEqual(['case-by-case', 'case-by-case']);
  });
});

describe('a B300 to China', () => {
  const b300 = of('B300', 'b300', inChina(), { certifications: allCertified });

  it('fails the gate by both figures and is presumed denied', () => {
    expect(inShort(b300)).toEqual([
      'rs-3a090-a-destination: presumption-of-denial',
      'hq-3a090-a: presumption-of-denial',
    ]);
    expect(required(b300)[0]?.policyBecause).toMatch(
      /is closed: TPP 56,000 is not below 21,000 and DRAM bandwidth 8,000 GB\/s is not below 6,500\.$/,
    );
  });

  it('takes two countersignatures to approve, and one to deny', () => {
    const found = { ...b300, requirements: required(b300) };
    expect(policy.signaturesFor(found, current)).toBe(2);
    expect(policy.signaturesFor(found, current, 'denial')).toBe(1);
    const h200 = of('H200', 'h200');
    expect(policy.signaturesFor({ ...h200, requirements: required(h200) }, current)).toBe(1);
  });
});

describe('an RTX 4090 D for a consumer distributor', () => {
  it('is excluded by Note 2 and needs no licence, and every rule says why not', () => {
    const rtx = of('RTX 4090 D', 'rtx4090d', inChina(), {}, 'northgate');
    expect(rtx.findings[0]?.computation.limbs).toEqual(['Note 2']);
    expect(required(rtx)).toEqual([]);
    expect(policy.unresolved(rtx, current, today)).toEqual([]);
    expect(policy.answers(rtx, current, today).find(({ rule }) => rule === 'rs-3a090-a-destination')).toMatchObject({
      applies: 'no',
      because: 'No line meets 3A090.a.',
    });
  });
});

describe('an MI325X to the United Arab Emirates with an ultimate parent in China', () => {
  const mi325x = of(
    'MI325X',
    'mi325x',
    party('ultimate-consignee', 'AE', { name: 'Falcon Cloud', ultimateParent: { name: 'Parent', headquarters: 'CN' } }),
    {
      certifications: allCertified,
    },
  );

  it('needs a licence by destination and by the headquarters rule, presumed denied: the pathway ends at China', () => {
    expect(inShort(mi325x)).toEqual([
      'rs-3a090-a-destination: presumption-of-denial',
      'hq-3a090-a: presumption-of-denial',
    ]);
    expect(required(mi325x)[1]).toMatchObject({
      because:
        "Line 1 (MI325X) meets 3A090.a, and ultimate consignee and end user Falcon Cloud has the ultimate parent Parent, headquartered in the People's Republic of China (in Country Group D:5); that the items go to the United Arab Emirates does not matter.",
      policyBecause:
        "Presumption of denial: ultimate consignee and end user Falcon Cloud has the ultimate parent Parent, headquartered in the People's Republic of China (in Country Group D:5) (15 CFR 744.23(d)(1)).",
    });
  });
});
