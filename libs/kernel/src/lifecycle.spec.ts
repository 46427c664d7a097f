import { describe, expect, it } from '@jest/globals';
import { diagramOf, refusedInStatus, type Lifecycle } from './lifecycle.js';

const door: Lifecycle<'open' | 'locked-up', 'LockDoor' | 'UnlockDoor'> = {
  open: { LockDoor: ['locked-up'] },
  'locked-up': { UnlockDoor: ['open'] },
};

describe('a lifecycle table', () => {
  it('hears a command where the table names it', () =>
    expect(refusedInStatus(door, 'open', 'LockDoor')).toBeUndefined());

  it('refuses any other, in words', () =>
    expect(refusedInStatus(door, 'locked-up', 'LockDoor')?.refused[0]).toEqual({
      code: 'NOT_IN_THIS_STATUS',
      sentence: 'Lock door is not possible while the status is "Locked up".',
    }));

  it('is its own state diagram', () =>
    expect(diagramOf(door, 'open')).toBe(
      [
        'stateDiagram-v2',
        '  [*] --> open',
        '  open --> locked_up: Lock door',
        '  locked_up --> open: Unlock door',
      ].join('\n'),
    ));
});
