import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { orderOf, sortQuery } from './sorted.js';

const schema = z.strictObject(sortQuery(['resolveBy', 'number']));

describe('the order of a list', () => {
  it('is a column, or the same from its other end', () => {
    expect(orderOf('number')).toEqual({ order: 'number', newestFirst: false });
    expect(orderOf('-number')).toEqual({ order: 'number', newestFirst: true });
  });
  it.each(['models', '--number', '-', '', 'number; drop table', 'Number'])('is not %j', (sort) =>
    expect(schema.safeParse({ sort }).success).toBe(false),
  );
  it.each(['number', '-resolveBy', undefined])('may be %j', (sort) =>
    expect(schema.safeParse({ ...(sort !== undefined && { sort }) }).success).toBe(true),
  );
});
