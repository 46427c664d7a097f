import { describe, expect, it } from '@jest/globals';
import { standingOn, type Term } from './standing.js';

const term = (parts: Partial<Term> = {}): Term => ({ effectiveFrom: '2025-09-29', ...parts });

describe('the standing of a rule', () => {
  it('begins and ends with its days, both included', () => {
    const rule = term({ effectiveTo: '2026-01-01' });
    expect(standingOn(rule, '2025-09-28')).toBe('not-yet-effective');
    expect(standingOn(rule, '2025-09-29')).toBe('in-force');
    expect(standingOn(rule, '2026-01-01')).toBe('in-force');
    expect(standingOn(rule, '2026-01-02')).toBe('ended');
  });

  it('is stayed between the days of a stay, and revives by itself', () => {
    const rule = term({ stays: [{ from: '2025-11-10', to: '2026-11-09' }] });
    expect(standingOn(rule, '2025-11-09')).toBe('in-force');
    expect(standingOn(rule, '2025-11-10')).toBe('stayed');
    expect(standingOn(rule, '2026-11-09')).toBe('stayed');
    expect(standingOn(rule, '2026-11-10')).toBe('in-force');
  });

  it('stays stayed where a second stay follows, and where one has no end', () => {
    const followed = term({ stays: [{ from: '2025-11-10', to: '2026-11-09' }, { from: '2026-11-10' }] });
    expect(standingOn(followed, '2030-01-01')).toBe('stayed');
  });

  it('is not enforced where the text stands but nobody applies it', () =>
    expect(standingOn(term({ enforcementStatus: 'not-enforced' }), '2026-01-01')).toBe('not-enforced'));
});
