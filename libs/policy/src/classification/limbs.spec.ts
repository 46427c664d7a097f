import { expect, it } from '@jest/globals';
import { exact } from '@exeat/kernel';
import { current } from '../policy.fixtures.js';
import { testLimb } from './limbs.js';

const limb = (name: string) => {
  const found = current.thresholds.circuit.limbs.find((each) => each.limb === name);
  if (!found) throw new Error(`No limb ${name}.`);
  return found;
};

it('a limb ends where its upper bounds begin, whichever paragraph comes before it', () => {
  const at = (tpp: string, area: string) => ({ numerator: exact(tpp), denominator: exact(area) });
  expect(testLimb(limb('b.2'), exact('4795.2'), at('4795.2', '810'))).toMatchObject({
    met: 'no',
    sentence: 'b.2 is not met: performance density 5.92 is not below 5.92.',
  });
  expect(testLimb(limb('b.1'), exact('4800'), at('4800', '2000'))).toMatchObject({
    met: 'no',
    sentence: 'b.1 is not met: TPP 4,800 is not below 4,800.',
  });
});

it('a limb is open only where the density that is missing decides', () => {
  expect(testLimb(limb('a.2'), exact('1600'), undefined).met).toBe('open');
  expect(testLimb(limb('a.2'), exact('1599.99'), undefined).met).toBe('no');
  expect(testLimb(limb('a.1'), exact('4800'), undefined).met).toBe('yes');
});
