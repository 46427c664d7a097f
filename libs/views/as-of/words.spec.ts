import { describe, expect, it } from '@jest/globals';
import { wordsOf } from './words.js';

const field = (name: string) => ({ field: name });
const element = (value: unknown, index = 0) => ({ element: value, index });
const caseId = '6f6c1f0e-7a0f-5d7b-9c7e-2f4f1f0a9a11';

describe('what differs, in words', () => {
  it.each([
    ['Case', [field('case')], 'The case'],
    ['a field of the table', [field('case'), field('resolveBy')], 'Day of resolution'],
    ['any other field', [field('case'), field('dramBandwidthKept')], 'Dram bandwidth kept'],
    [
      'a line',
      [field('case'), field('items'), element({ line: 2, model: 'H20' }), field('quantity')],
      'Items, line 2, quantity',
    ],
    ['an agency', [field('case'), field('referrals'), element({ agency: 'state' })], 'Agencies, Department of State'],
    [
      'a proposed condition',
      [
        field('state'),
        field(`licensing-${caseId}`),
        field('conditions'),
        element({ condition: { clause: 'site-lock' } }),
      ],
      'Licensing, conditions, condition site lock',
    ],
    [
      'an obligation',
      [field('case'), field('obligations'), element({ clause: 'x', evidence: 'delivery-report', about: 'SHIP-1' })],
      'Obligations, delivery report for SHIP-1',
    ],
    ['a licence', [field('state'), field('licence-D0000001'), field('status')], 'Licence D0000001, status'],
    [
      'a person',
      [field('case'), field('signatures'), element({ id: 'a', name: 'Ada Reyes' })],
      'Signatures, Ada Reyes',
    ],
    ['a place in a list', [field('case'), field('dies'), element({ areaMm2: '1' }, 1)], 'Dies, number 2'],
  ])('tells %s', (_, steps, words) => expect(wordsOf(steps)).toBe(words));
});
