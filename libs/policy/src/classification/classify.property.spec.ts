import { describe, expect, it } from '@jest/globals';
import { exact, type IntegratedCircuit } from '@exeat/kernel';
import fc from 'fast-check';
import { circuitOf, current, policy, rate } from '../policy.fixtures.js';

const classified = (circuit: IntegratedCircuit) => policy.classify(circuit, current);
const paragraphOf = (circuit: IntegratedCircuit) => classified(circuit).paragraph;

/** Figures around and on the thresholds as well as anywhere, as plain decimals of two places. */
const near = (...bounds: readonly number[]) =>
  fc.oneof(
    fc.integer({ min: 1, max: 9_000_00 }).map((hundredths) => hundredths / 100),
    fc
      .tuple(fc.constantFrom(...bounds), fc.integer({ min: -3, max: 3 }))
      .map(([bound, off]) => Math.max(0.01, bound + off / 100)),
  );
const plain = (value: number) => exact(value).toFixed();
const tpps = near(1600, 2400, 4800).map(plain);
const areas = near(270.27, 500, 810.81, 1500).map(plain);
const datacentres = fc.constantFrom('yes' as const, 'no' as const);

const strictness = { none: 0, '3A090.b': 1, '3A090.a': 2 } as const;
const strict = (paragraph: string) => strictness[paragraph as keyof typeof strictness];

const times = (value: string, factor: number) => exact(value).times(factor).toFixed();

describe('classification', () => {
  it('never becomes less strict as TPP grows at one density', () =>
    fc.assert(
      fc.property(tpps, areas, fc.integer({ min: 1, max: 50 }), datacentres, (tpp, area, factor, datacentre) => {
        const smaller = paragraphOf(circuitOf(tpp, area, datacentre));
        const larger = paragraphOf(circuitOf(times(tpp, factor), times(area, factor), datacentre));
        expect(strict(larger)).toBeGreaterThanOrEqual(strict(smaller));
      }),
    ));

  it('never becomes less strict as the density grows at one TPP', () =>
    fc.assert(
      fc.property(tpps, areas, areas, datacentres, (tpp, one, other, datacentre) => {
        const [denser, sparser] = exact(one).lessThan(other) ? [one, other] : [other, one];
        expect(strict(paragraphOf(circuitOf(tpp, denser, datacentre)))).toBeGreaterThanOrEqual(
          strict(paragraphOf(circuitOf(tpp, sparser, datacentre))),
        );
      }),
    ));

  it('does not depend on how a TPP is split into rate and bits, or an area into dies', () =>
    fc.assert(
      fc.property(
        tpps,
        areas,
        fc.constantFrom(2, 4, 8, 16),
        fc.constantFrom(2, 4, 5),
        datacentres,
        (tpp, area, bits, parts, datacentre) => {
          const whole = circuitOf(times(tpp, bits), area, datacentre);
          const die = { areaMm2: exact(area).dividedBy(parts).toFixed(), nonPlanar: true };
          const split = { ...whole, rates: [rate(tpp, bits)], dies: Array.from({ length: parts }, () => die) };
          const { explanation: _, drivingFormats: __, ...same } = classified(whole);
          expect(classified(split)).toMatchObject(same);
        },
      ),
    ));

  it('is the same for formats in any order, with slower formats and planar dies beside', () =>
    fc.assert(
      fc.property(
        tpps,
        areas,
        datacentres,
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (tpp, area, datacentre, part) => {
          const plainOne = circuitOf(tpp, area, datacentre);
          const slower = rate(exact(tpp).times(part).toDecimalPlaces(6).toFixed(), 1, 'slower');
          const dies = [{ areaMm2: '777', nonPlanar: false }, ...(plainOne.dies ?? [])];
          const {
            tpp: found,
            paragraph,
            limbs,
            drivingFormats,
          } = classified({ ...plainOne, rates: [slower, ...plainOne.rates], dies });
          const { tpp: expected, ...rest } = classified(plainOne);
          expect({ found, paragraph, limbs, drivingFormats }).toEqual({
            found: expected,
            paragraph: rest.paragraph,
            limbs: rest.limbs,
            drivingFormats: rest.drivingFormats,
          });
        },
      ),
    ));

  /** Areas that put the density into each band of the thresholds: every outcome that some area could give is among them. */
  const completions = (tpp: string) =>
    ['0.5', '1.6', '2', '3.2', '4', '5.92', '50'].map((density) =>
      exact(tpp).dividedBy(density).toDecimalPlaces(6, 0).toFixed(),
    );

  it('is undetermined exactly where the answers to what is not known lead to different paragraphs', () =>
    fc.assert(
      fc.property(
        tpps,
        fc.option(areas, { nil: undefined }),
        fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const),
        (tpp, area, datacentre) => {
          const possible = new Set(
            (datacentre === 'unknown' ? (['yes', 'no'] as const) : [datacentre]).flatMap((answer) =>
              (area === undefined ? completions(tpp) : [area]).map((each) => paragraphOf(circuitOf(tpp, each, answer))),
            ),
          );
          const { paragraph, missing } = classified(circuitOf(tpp, area, datacentre));
          expect(paragraph).toBe(possible.size === 1 ? [...possible][0] : 'undetermined');
          expect(missing.length > 0).toBe(paragraph === 'undetermined');
        },
      ),
    ));
});
