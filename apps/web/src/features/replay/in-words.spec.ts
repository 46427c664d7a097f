import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { english } from '../../words/words.js';
import { nameAt, spelledOut, wordFor } from './in-words.js';

const terms = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../words/en/terms.json'), 'utf8'),
) as typeof english;

describe('a stored name in words', () => {
  it.each([
    ['/case/review/referrals/1/position', 'approve-with-conditions', 'position.approve-with-conditions'],
    ['/state/submission-1/status', 'in-licensing', 'status.in-licensing'],
    ['/case/licence/status', 'in-force', 'licence.status.in-force'],
    ['/case/obligations/0/status', 'overdue', 'obligation.status.overdue'],
    ['/case/review/positions/0/agency', 'state', 'agency.state'],
    ['/case/review/proposal/kind', 'denial', 'decision.denial'],
    ['/case/items/0/specification/kind', 'integrated-circuit', 'kind.integrated-circuit'],
    ['/case/parties/2/role', 'end-user', 'party.end-user'],
    ['/state/licensing-1/participants/0/roles/0', 'auditor', 'role.auditor'],
  ])('is found for %s: %s', (pointer, value, word) => expect(wordFor(terms, nameAt(pointer), value)).toBe(word));

  it.each([
    ['/case/endUse', 'denial'],
    ['/case/reference', 'status'],
    ['/case/constructor', 'name'],
    ['/state/licensing-1/heard/reason', 'Too little is known.'],
    ['', 'state'],
  ])('is not sought for what people wrote themselves: %s', (pointer, value) => {
    expect(wordFor(terms, nameAt(pointer), value)).toBeUndefined();
    expect(spelledOut(nameAt(pointer), value)).toBe(value);
  });

  it('is spelled out where no message says it', () => {
    expect(spelledOut('status', 'notice-issued')).toBe('Notice issued');
    expect(spelledOut('clause', 'site-lock')).toBe('Site lock');
    expect(spelledOut('status', 'In force since 2026')).toBe('In force since 2026');
  });
});
