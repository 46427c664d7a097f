import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from './cannot-start.js';

/**
 * Takes the data folder for this process, so that two platforms never share one embedded server. The mark of a process
 * that was killed is taken over. Throws `CannotStart` where another one is running; gives how to let go.
 */
export const takeDataFolder = (folder: string): (() => void) => {
  mkdirSync(folder, { recursive: true });
  const mark = join(folder, 'platform.pid');
  for (;;) {
    try {
      writeFileSync(mark, String(process.pid), { flag: 'wx' });
      return () => rmSync(mark, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = Number(readFileSync(mark, 'utf8'));
    if (isPlatform(holder))
      throw new CannotStart(
        `Exeat is already running on the data folder ${folder}, as process ${holder}. End that one first, or name another folder: DATA_FOLDER.`,
      );
    rmSync(mark, { force: true });
  }
};

/** The number of a dead process may have been given to another program. */
const isPlatform = (pid: number): boolean => {
  try {
    return pid !== process.pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('platform');
  } catch {
    return false;
  }
};
