import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const idBytes = 16;
const random = new Uint8Array(idBytes * 256);
let used = random.length;

/**
 * A new id of a fact (UUID v7). Its random bytes are drawn for many ids at once: asking the system for those of each id
 * costs more than everything else that is done for a fact on this side.
 */
export const newFactId = (): string => {
  if (used === random.length) {
    randomFillSync(random);
    used = 0;
  }
  used += idBytes;
  return v7({ random: random.subarray(used - idBytes, used) });
};
