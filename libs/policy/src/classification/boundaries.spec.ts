import { describe, expect, it } from '@jest/globals';
import { Exact, exact } from '@exeat/kernel';
import { circuit, circuitOf, current, policy, rate } from '../policy.fixtures.js';

/** Paragraph and limbs in one, for tables. */
const found = (tpp: string, area: string | undefined, datacentre: 'yes' | 'no' | 'unknown') => {
  const { paragraph, limbs } = policy.classify(circuitOf(tpp, area, datacentre), current);
  return `${paragraph} ${limbs.join('+')}`.trim();
};

/** The area that gives this density. Not every quotient is a plain decimal: then the next smaller area, so never less. */
const areaFor = (tpp: string, density: string) =>
  exact(tpp).dividedBy(density).toDecimalPlaces(6, Exact.ROUND_DOWN).toFixed();

describe('the boundary vectors of 3A090', () => {
  it.each([
    ['4800', '0.5', 'yes', '3A090.a a.1'],
    ['4799.99', '5.92', 'yes', '3A090.a a.2'],
    ['4799.99', '5.919', 'yes', '3A090.b b.1+b.2'],
    ['1600', '5.92', 'yes', '3A090.a a.2'],
    ['1599.99', '50', 'yes', 'none'],
    ['2400', '1.6', 'yes', '3A090.b b.1'],
    ['4800', '9', 'no', '3A090.a a.1+a.2'],
    ['2400', '1.59', 'yes', 'none'],
    ['2399.99', '1.6', 'yes', 'none'],
    ['2399.99', '3.2', 'yes', '3A090.b b.2'],
    ['1600', '3.2', 'yes', '3A090.b b.2'],
    ['1600', '3.199', 'yes', 'none'],
    ['4799.99', '9', 'no', 'none Note 2'],
  ] as const)('TPP %s at density %s, for datacentres: %s, gives %s', (tpp, density, datacentre, expected) => {
    expect(found(tpp, areaFor(tpp, density), datacentre)).toBe(expected);
  });

  it('TPP 3000 at an unknown density gives undetermined', () =>
    expect(found('3000', undefined, 'yes')).toBe('undetermined'));

  // Here TPP / area is the bound itself, or off it by a millionth of a square millimetre.
  it.each([
    ['4795.2', '810', '3A090.a a.2', '5.92 exactly'],
    ['4795.2', '810.000001', '3A090.b b.1+b.2', 'a hair below 5.92'],
    ['1600', '500', '3A090.b b.2', '3.2 exactly'],
    ['1600', '500.000001', 'none', 'a hair below 3.2'],
    ['2400', '1500', '3A090.b b.1', '1.6 exactly'],
    ['2400', '1500.000001', 'none', 'a hair below 1.6'],
    ['2399.999999', '1000', 'none', 'about 2.4, and TPP a hair below 2400'],
    ['1599.999999', '1', 'none', 'about 1600, and TPP a hair below 1600'],
    ['4799.999999', '5000', 'none', 'about 0.96, and TPP a hair below 4800'],
  ])('TPP %s on %s mm² gives %s: the density is %s', (tpp, area, expected) => {
    expect(found(tpp, area, 'yes')).toBe(expected);
  });

  it('compares exactly where rounding would pass: 5.91999 is shown, and is not 5.92', () => {
    const { performanceDensity, limbs, explanation } = policy.classify(
      circuitOf('4799.99', '810.8093', 'yes'),
      current,
    );
    expect(performanceDensity).toBe('5.92');
    expect(limbs).toEqual(['b.1', 'b.2']);
    expect(explanation.join(' ')).toMatch(/performance density 5\.9199\d+ is below 5\.92/);
  });
});

describe('what is not known', () => {
  const classified = (...of: Parameters<typeof circuitOf>) => policy.classify(circuitOf(...of), current);

  it('asks for the die area only where the density decides', () => {
    expect(classified('1600', undefined, 'yes')).toMatchObject({
      paragraph: 'undetermined',
      missing: [expect.stringMatching(/area of every logic die/)],
    });
    expect(classified('4799.99', undefined, 'yes').paragraph).toBe('undetermined');
    expect(classified('1599.99', undefined, 'yes')).toMatchObject({ paragraph: 'none', missing: [] });
    expect(classified('4800', undefined, 'yes')).toMatchObject({ paragraph: '3A090.a', limbs: ['a.1'], missing: [] });
    expect(classified('3000', undefined, 'no')).toMatchObject({ paragraph: 'none', limbs: ['Note 2'], missing: [] });
  });

  it('asks whether it is for datacentres only where Note 2 decides', () => {
    expect(classified('3000', '800', 'unknown')).toMatchObject({
      paragraph: 'undetermined',
      missing: [expect.stringMatching(/datacentres/)],
    });
    expect(classified('4800', '800', 'unknown').paragraph).toBe('3A090.a');
    expect(classified('1599.99', '100', 'unknown').paragraph).toBe('none');
    expect(classified('2000', '800', 'unknown')).toMatchObject({ paragraph: 'none', limbs: [], missing: [] });
    expect(classified('3000', undefined, 'unknown').missing).toHaveLength(2);
  });

  it('determines nothing without a rate, or with rates of nothing', () => {
    for (const rates of [[], [rate('0', 8)]])
      for (const designedOrMarketedForDatacentre of ['yes', 'no', 'unknown'] as const)
        expect(policy.classify(circuit({ rates, designedOrMarketedForDatacentre }), current)).toMatchObject({
          paragraph: 'undetermined',
          missing: [expect.stringMatching(/dense rate/)],
        });
  });

  it('finds no density in planar dies alone, nor in a die without an area', () => {
    const planar = circuit({ rates: [rate('300', 8)], dies: [{ areaMm2: '800', nonPlanar: false }] });
    expect(policy.classify(planar, current).paragraph).toBe('undetermined');
    const blank = circuit({
      rates: [rate('300', 8)],
      dies: [
        { areaMm2: '0', nonPlanar: true },
        { areaMm2: '800', nonPlanar: true },
      ],
    });
    expect(policy.classify(blank, current).paragraph).toBe('undetermined');
  });

  it('leaves planar dies out of the area, and says so', () => {
    const dies = [
      { areaMm2: '400', nonPlanar: true },
      { areaMm2: '100.5', nonPlanar: true },
      { areaMm2: '900', nonPlanar: false },
    ];
    const { applicableDieAreaMm2, explanation } = policy.classify(circuit({ dies }), current);
    expect(applicableDieAreaMm2).toBe('500.5');
    expect(explanation).toContain(
      'The applicable die area is 500.5 mm² (400 + 100.5, non-planar logic dies; 1 planar die is left out).',
    );
  });
});

describe('high-bandwidth memory', () => {
  const memory = (bandwidthGBs: string, packageAreaMm2?: string) =>
    policy.classify(
      { kind: 'high-bandwidth-memory', bandwidthGBs, ...(packageAreaMm2 !== undefined && { packageAreaMm2 }) },
      current,
    );

  it('is controlled above 2 GB/s per mm², not at it', () => {
    expect(memory('200', '100')).toMatchObject({ paragraph: 'none', limbs: [] });
    expect(memory('200.000001', '100')).toMatchObject({ paragraph: '3A090.c', limbs: ['c'] });
    expect(memory('1200', '110')).toMatchObject({ paragraph: '3A090.c', memoryBandwidthDensity: '10.9091' });
  });

  it('is undetermined without an area or a bandwidth', () => {
    expect(memory('1200').paragraph).toBe('undetermined');
    expect(memory('1200', '0').missing).toEqual(['the area of the package or stack']);
    expect(memory('0', '110').paragraph).toBe('undetermined');
  });

  it('meets nothing under a rule set from before paragraph .c', () => {
    const { paragraph, explanation } = policy.classify(
      { kind: 'high-bandwidth-memory', bandwidthGBs: '1200', packageAreaMm2: '110' },
      policy.ruleSet('us-ear-2023-11-17'),
    );
    expect(paragraph).toBe('none');
    expect(explanation[0]).toMatch(/has no paragraph for high-bandwidth memory/);
  });
});

describe('the explanation', () => {
  it('lets a lawyer follow each limb with its figures', () => {
    const h20 = circuit({ rates: [rate('148', 16, 'fp16'), rate('296', 8, 'fp8'), rate('296', 8, 'int8')] });
    expect(policy.classify(h20, current)).toMatchObject({
      tpp: '2368',
      drivingFormats: ['fp16', 'fp8', 'int8'],
      explanation: [
        'Total processing performance (TPP) is 2,368: fp16 at 148 TOPS × 16 bit, fp8 at 296 TOPS × 8 bit and int8 at 296 TOPS × 8 bit, the highest of 3 formats.',
        'The applicable die area is 814 mm² (one non-planar logic die).',
        'Performance density is 2,368 / 814 mm² = 2.9091.',
        'a.1 is not met: TPP 2,368 is below 4,800.',
        'a.2 is not met: performance density 2.9091 is below 5.92.',
        'b.1 is not met: TPP 2,368 is below 2,400.',
        'b.2 is not met: performance density 2.9091 is below 3.2.',
        'No limb of 3A090.a or .b is met.',
      ],
    });
  });

  it('names Note 2 with its figures', () => {
    expect(policy.classify(circuitOf('4704', '608', 'no'), current).explanation.at(-1)).toBe(
      'Note 2 excludes the item from 3A090.a and .b: it is not designed or marketed for use in datacentres, and TPP 4,704 is below 4,800.',
    );
    expect(policy.classify(circuitOf('5284.8', '608', 'no'), current).explanation).toContain(
      'Note 2 does not exclude the item although it is not designed or marketed for use in datacentres: TPP 5,284.8 is not below 4,800.',
    );
  });
});
