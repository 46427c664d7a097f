import { describe, expect, it } from '@jest/globals';
import { defineFact } from '@exeat/kernel';
import { z } from 'zod';
import { FactNotStorable, StoreCorrupted } from './contract.js';
import { FactRegistry } from './fact-registry.js';

/** Version 1 had one `name`, version 2 called it `fullName`, version 3 added `since`. */
const Renamed = defineFact('Renamed', z.strictObject({ fullName: z.string(), since: z.string().optional() }), {
  schemaVersion: 3,
  upcasters: {
    1: (data) => ({ fullName: (data as { name: string }).name }),
    2: (data) => ({ ...(data as { fullName: string }), since: '2026-01-15' }),
  },
});
const registry = new FactRegistry([Renamed]);

describe('reading a stored form', () => {
  it('gives today’s form as it is', () => {
    const data = { fullName: 'Ada Reyes' };
    expect(registry.lift('Renamed', 3, data)).toBe(data);
  });

  it('lifts an older form step by step', () => {
    expect(registry.lift('Renamed', 1, { name: 'Ada Reyes' })).toEqual({ fullName: 'Ada Reyes', since: '2026-01-15' });
    expect(registry.lift('Renamed', 2, { fullName: 'Bo' })).toEqual({ fullName: 'Bo', since: '2026-01-15' });
  });

  it('stops at a form newer than itself, and at a fact it does not know, naming both', () => {
    expect(() => registry.lift('Renamed', 4, {})).toThrow(StoreCorrupted);
    expect(() => registry.lift('Renamed', 4, {})).toThrow('Renamed in version 4; here it is known up to version 3');
    expect(() => registry.lift('Forgotten', 1, {})).toThrow(StoreCorrupted);
    expect(() => registry.lift('Forgotten', 1, {})).toThrow('Forgotten');
  });
});

describe('writing a fact', () => {
  it('uses today’s version', () =>
    expect(registry.versionFor({ type: 'Renamed', data: { fullName: 'Ada Reyes' } })).toBe(3));

  it('turns away a form that is not the defined one', () => {
    expect(() => registry.versionFor({ type: 'Renamed', data: { name: 'Ada Reyes' } })).toThrow(FactNotStorable);
    expect(() => registry.versionFor({ type: 'Renamed', data: undefined })).toThrow(FactNotStorable);
    expect(() => registry.versionFor({ type: 'Forgotten', data: {} })).toThrow('Forgotten');
  });
});

describe('a list of definitions', () => {
  it('holds each type once', () => expect(() => new FactRegistry([Renamed], [Renamed])).toThrow('Two facts'));

  it('has an upcaster from every older version', () => {
    const gap = defineFact('Gap', z.strictObject({}), { schemaVersion: 3, upcasters: { 1: (data) => data } });
    expect(() => new FactRegistry([gap])).toThrow('Gap has no upcaster from version 2 to 3');
  });
});
