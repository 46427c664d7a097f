import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { dataFolder } from './folder.js';
import { PolicyDataError } from './problems.js';
import { readPolicyData } from './read-policy-data.js';

const ruleSet = 'rule-sets/us-ear-2026-07-23.json';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-data-'));
  cpSync(dataFolder(), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Changes the text of a file; fails where there is nothing to change, so that no spec tests the sound data. */
const change = (file: string, from: string, to: string) => {
  const before = readFileSync(join(folder, file), 'utf8');
  expect([from, before.includes(from)]).toEqual([from, true]);
  writeFileSync(join(folder, file), before.replace(from, to));
};

const problems = (): readonly string[] => {
  try {
    readPolicyData(folder);
    return [];
  } catch (error) {
    if (!(error instanceof PolicyDataError)) throw error;
    return error.problems.map(({ file, pointer, sentence }) => `${file}#${pointer} ${sentence}`);
  }
};

describe('the data files', () => {
  it('are sound', () => expect(problems()).toEqual([]));

  it('are refused whole, with every problem of every file', () => {
    change(ruleSet, '"tppAtLeast": "4800"', '"tppAtLeast": "4,800"');
    change(ruleSet, '"noticeAnswerDays": 20', '"noticeAnswerDays": 0');
    writeFileSync(join(folder, 'clauses/delivery-report.v1.json'), '{');
    change('notices/demo-northgate-2025-04-09.json', '"issuedOn"', '"issued"');
    const found = problems();
    expect(found).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^rule-sets\/us-ear-2026-07-23\.json#\/thresholds\/circuit\/limbs\/0\/tppAtLeast a plain decimal/,
        ),
        expect.stringMatching(/^rule-sets\/us-ear-2026-07-23\.json#\/process\/noticeAnswerDays /),
        expect.stringMatching(/^clauses\/delivery-report\.v1\.json# not readable as JSON/),
        expect.stringMatching(/^notices\/demo-northgate-2025-04-09\.json#\/issuedOn /),
        expect.stringMatching(/^notices\/demo-northgate-2025-04-09\.json# Unrecognized key/),
      ]),
    );
  });

  it.each([
    ['a country that does not exist', ruleSet, '"MO", "AE"', '"MO", "UAE"', '#/rules/0/destinations/countries/1 '],
    [
      'a country group nobody knows',
      ruleSet,
      '"D:4"',
      '"D:6"',
      '#/rules/0/destinations/groups/1 ear-2026-07-23 has no Country Group D:6',
    ],
    [
      'a file of country groups that is not there',
      ruleSet,
      '"countryGroups": "ear-2026-07-23"',
      '"countryGroups": "ear-1999"',
      '#/countryGroups no file',
    ],
    [
      'an authorisation that is not there',
      ruleSet,
      '"id": "uae-us-companies"',
      '"id": "other"',
      '#/rules/0/authorisations no authorisation "uae-us-companies"',
    ],
    [
      'two rules of one name',
      ruleSet,
      '"id": "rs-3a090-b-destination"',
      '"id": "rs-3a090-a-destination"',
      '#/rules/1/id "rs-3a090-a-destination" is used twice',
    ],
    [
      'a stay that ends before it begins',
      ruleSet,
      '"to": "2026-11-09"',
      '"to": "2025-11-09"',
      '/stays/0/to ends before it begins',
    ],
    [
      'a last review policy that may not apply',
      ruleSet,
      '"kind": "otherwise"',
      '"kind": "judgement", "question": "?"',
      '#/reviewPolicies the last must be "otherwise"',
    ],
    [
      'days that no rule set answers for',
      ruleSet,
      '"effectiveFrom": "2026-07-10"',
      '"effectiveFrom": "2026-07-11"',
      'rule-sets/us-ear-2026-01-15.json#/effectiveTo must be 2026-07-10, the day before us-ear-2026-07-23 begins',
    ],
    [
      'two rule sets of one name',
      ruleSet,
      '"id": "us-ear-2026-07-23"',
      '"id": "us-ear-2026-01-15"',
      '#/id "us-ear-2026-01-15" stands in an earlier file',
    ],
    [
      'a current rule set with an end',
      ruleSet,
      '"effectiveFrom": "2026-07-10"',
      '"effectiveFrom": "2026-07-10", "effectiveTo": "2027-01-01"',
      '#/effectiveTo the latest rule set has no end',
    ],
    [
      'a placeholder without a parameter',
      'clauses/delivery-report.v1.json',
      '{days}',
      '{weeks}',
      '#/wording {weeks} is no parameter of the clause',
    ],
    [
      'a duty without its parameter',
      'clauses/revenue-share.v1.json',
      '"parameter": "percent"',
      '"parameter": "share"',
      '#/duty/percentOfShippedValue "share" is no parameter of type percent',
    ],
    [
      'a default that does not fit',
      'clauses/delivery-report.v1.json',
      '"default": "30"',
      '"default": "soon"',
      '#/parameters/0/default must be a whole number of days',
    ],
    [
      'a version told twice',
      'clauses/no-remote-access.v1.json',
      '"clause": "no-remote-access"',
      '"clause": "no-military-end-use"',
      '#/version version 1 of "no-military-end-use" stands in an earlier file',
    ],
    [
      'a notice that ends before it was issued',
      'notices/demo-northgate-2025-04-09.json',
      '"issuedOn"',
      '"effectiveUntil": "2025-01-01", "issuedOn"',
      '#/effectiveUntil ends before it was issued',
    ],
  ])('are refused for %s', (_, file, from, to, expected) => {
    change(file, from, to);
    expect(problems()).toEqual(expect.arrayContaining([expect.stringContaining(expected)]));
  });

  it('are refused where a folder is missing', () => {
    rmSync(join(folder, 'clauses'), { recursive: true });
    expect(problems()).toContain('clauses# no data file in this folder');
  });

  it('name their file, place and fault in the message', () => {
    change(ruleSet, '"licenceYears": 4', '"licenceYears": "four"');
    expect(() => readPolicyData(folder)).toThrow(/rule-sets\/us-ear-2026-07-23\.json#\/process\/licenceYears: /);
  });
});
