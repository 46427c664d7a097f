import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { personas } from '@exeat/auth';
import { projectFile } from '@exeat/postgres';
import { closeOnSignals, ConfigProblems, readConfig } from '@exeat/service-host';
import { startPlatform } from './platform.js';
import { seedDemo } from './seed.js';

const tell = (line: string): void => void process.stdout.write(`${line}\n`);

/** A demo that cannot be played is no reason not to serve. */
const seedFailed = (error: unknown): void =>
  tell(
    `The demo stopped: ${error instanceof Error ? error.message : String(error)}\nIt goes on at the next start, or with: npm run demo`,
  );

try {
  const config = readConfig();
  const { version } = JSON.parse(readFileSync(projectFile('package.json'), 'utf8')) as { version: string };
  const platform = await startPlatform(config, version);
  closeOnSignals(platform, platform.log);
  // The exeat command finds a platform of this machine by it.
  mkdirSync(config.dataFolder, { recursive: true });
  writeFileSync(join(config.dataFolder, 'address'), platform.url);
  tell(`\nExeat ${version} is at ${platform.url}\n  reading page of the API  ${platform.url}/api/v1/docs`);
  if (config.developmentProvider && !config.production) {
    tell(
      `  sign in                  ${platform.url}/auth/sign-in   with one click, as one of these invented people:\n`,
    );
    for (const { id, name, roles, organisation } of personas)
      tell(`    ${id.padEnd(18)}${name.padEnd(20)}${roles.join(', ')} (${organisation})`);
    tell('');
    if (config.seedDemo) await seedDemo(platform.url, config, tell).catch(seedFailed);
  }
  tell('Ready. Ctrl+C stops it; the data stays.');
} catch (error) {
  process.stderr.write(`${error instanceof ConfigProblems ? error.message : (error as Error).stack}\n`);
  process.exit(1);
}
