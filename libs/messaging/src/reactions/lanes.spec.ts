import { describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { inLanes, lanesBy } from './lanes.js';

const lanes = (items: readonly string[]) => lanesBy(items, (item) => item.charAt(0)).values();

describe('lanes', () => {
  it('keep the order within a lane and let the others pass', async () => {
    const done: string[] = [];
    await inLanes(2, lanes(['a1', 'b1', 'a2', 'b2']), async (item) => {
      await pause(item.startsWith('a') ? 20 : 1);
      done.push(item);
    });
    expect(done).toEqual(['b1', 'b2', 'a1', 'a2']);
  });

  it('are never wider than they may be', async () => {
    let [now, most] = [0, 0];
    await inLanes(3, lanes([...'abcdefgh']), async () => {
      most = Math.max(most, ++now);
      await pause(2);
      now--;
    });
    expect(most).toBe(3);
  });

  it('stop where an item fails, and tell of it when the others are done', async () => {
    const done: string[] = [];
    const work = async (item: string) => {
      if (item === 'a1') throw new Error('a1 fails');
      await pause(5);
      done.push(item);
    };
    await expect(inLanes(4, lanes(['a1', 'a2', 'b1', 'b2']), work)).rejects.toThrow('a1 fails');
    expect(done).toEqual(['b1', 'b2']);
  });
});
