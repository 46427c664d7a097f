import { describe, expect, it } from '@jest/globals';
import { complianceFacts } from '@exeat/compliance';
import { system, type Recorded } from '@exeat/kernel';
import { audienceOf, publishedFacts, publishedTypes, sentenceOf } from './sentences.js';

const recorded = (type: string, data: unknown): Recorded => ({
  position: 1,
  stream: 'licence-D0000001',
  version: 1,
  factId: '01890000-0000-7000-8000-000000000001',
  caseId: '00000000-0000-4000-8000-000000000001',
  type,
  schemaVersion: 1,
  data,
  meta: { actor: system('compliance'), at: '2026-02-10T12:00:00.000Z', commandId: 'c', correlationId: 'c' },
  recordedAt: '2026-02-10T12:00:00.000000Z',
});

describe('the sentence of a fact', () => {
  it('comes from the context that publishes it', () =>
    expect(sentenceOf(recorded('LicenceExpired', { licenceNumber: 'D0000001' }))).toBe('Licence D0000001 expired'));
  it.each(['SomethingElse', 'toString', '__proto__'])('is never made up: %s', (type) => {
    expect(() => sentenceOf(recorded(type, {}))).toThrow('No context publishes');
    expect(() => audienceOf(recorded(type, {}))).toThrow('No context publishes');
  });
});

it('every stored form of every context has a sentence and an audience', () => {
  expect([...publishedTypes].sort()).toEqual(publishedFacts.map(({ type }) => type as string).sort());
  expect(publishedTypes.map((type) => audienceOf({ type }))).toEqual(
    expect.arrayContaining(['applicant', 'authority', 'applicant-only']),
  );
});

it('no two contexts publish facts of one type', () =>
  expect(new Set(publishedFacts.map(({ type }) => type)).size).toBe(publishedFacts.length));

it('the life of a licence is told to its holder', () =>
  expect(complianceFacts.map(audienceOf)).toEqual(complianceFacts.map(() => 'applicant')));
