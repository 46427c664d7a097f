import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { signInAs } from '@exeat/auth';
import { playDemo } from '@exeat/demo';
import { SystemClock, type Config } from '@exeat/service-host';

/**
 * Plays the demo cases into a new installation, through the HTTP API like any other client. A play that was cut short
 * goes on at the next start; one that ended is not played again.
 */
export const seedDemo = async (url: string, { dataFolder }: Config, tell: (line: string) => void): Promise<void> => {
  const played = join(dataFolder, 'demo-played');
  if (existsSync(played)) return;
  tell('Playing the demo cases:');
  await playDemo(
    async (persona) => (await signInAs(url, persona)).fetch,
    new SystemClock(),
    ({ done, of, title }) => tell(`  ${String(done).padStart(2)}/${of}  ${title}`),
  );
  writeFileSync(played, `${new Date().toISOString()}\n`);
};
