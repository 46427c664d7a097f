import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { exact } from '@exeat/kernel';
import { rows, specificationOf, type Row } from './accelerators.fixtures.js';
import { tableOf } from './accelerators.table.fixtures.js';
import { dataFolder } from './data/folder.js';
import { allCertified, content, current, inChina, item, policy, reviewed, today } from './policy.fixtures.js';

const classified = (row: Row, tf32Bits?: number) => policy.classify(specificationOf(row, tf32Bits), current);
const named = rows.map((row) => [row['name'] ?? '', row] as const);

describe('the chips of accelerators.csv', () => {
  it('are sixty', () => expect(rows).toHaveLength(60));

  it.each(named)('%s meets the paragraph and limbs that are listed', (_, row) => {
    const { paragraph, limbs } = classified(row);
    expect(paragraph).toBe(row['expected_eccn_paragraph']);
    if (paragraph === '3A090.a' || paragraph === '3A090.b') expect(limbs.join('+')).toBe(row['expected_limbs']);
    else expect(limbs).toEqual(row['expected_limbs']?.includes('Note 2') ? ['Note 2'] : []);
  });

  it.each(named)('%s has the TPP, density and driving formats that are listed', (_, row) => {
    const { tpp, applicableDieAreaMm2, drivingFormats } = classified(row);
    expect(tpp ?? '').toBe(row['tpp'] ? exact(row['tpp']).toFixed() : '');
    const density = tpp && applicableDieAreaMm2 && exact(tpp).dividedBy(applicableDieAreaMm2).toFixed(3);
    expect(density || '').toBe(row['performance_density'] ? exact(row['performance_density']).toFixed(3) : '');
    const listed = row['tpp_driving_format']?.replace('fp16/bf16', 'fp16').split('|').filter(Boolean);
    expect([...drivingFormats].sort()).toEqual([...(listed ?? [])].sort());
  });

  it.each(named)('%s comes to the same paragraph however many bits TF32 is counted with', (_, row) => {
    const { paragraph, limbs } = classified(row);
    for (const bits of [19, 32]) expect(classified(row, bits)).toMatchObject({ paragraph, limbs });
  });

  const gated = named.filter(
    ([, row]) => row['expected_eccn_paragraph'] === '3A090.a' && row['designed_or_marketed_for_datacenter'] === 'true',
  );

  it.each(gated)(
    '%s takes the January 2026 pathway to China only where its figures are listed to pass',
    (name, row) => {
      const of = reviewed(content([item(name, specificationOf(row))], inChina(), { certifications: allCertified }));
      const passes = row['cn_2026_case_by_case_numeric_test'] === 'meets';
      expect(policy.requirementsFor(of, current, today)[0]?.reviewPolicy).toBe(
        passes ? 'case-by-case' : 'presumption-of-denial',
      );
    },
  );

  it('stand one by one in the committed table, each with its sentence', () => {
    expect(readFileSync(join(dataFolder(), '..', 'accelerators.md'), 'utf8')).toBe(tableOf(rows));
  });
});
