import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { personas } from '@exeat/auth';
import { projectFile } from '@exeat/project-files';
import { closeOnSignals, makeLogger, readFitConfig, type Config } from '@exeat/service-host';
import { toldAtStart } from './cannot-start.js';
import { startPlatform } from './platform.js';
import { seedDemo } from './seed.js';

const tell = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);
let config: Config | undefined;
let stopping = false;

/** A demo that cannot be played is no reason not to serve. */
const seedFailed = (error: unknown): void =>
  tell(
    stopping
      ? 'The demo goes on at the next start.'
      : `The demo stopped: ${error instanceof Error ? error.message : String(error)}\nIt goes on at the next start, or with: npm run demo`,
  );

try {
  config = await readFitConfig();
  const { version } = JSON.parse(readFileSync(projectFile('package.json'), 'utf8')) as { version: string };
  const log = makeLogger('platform', config.logLevel);
  const starting = startPlatform(config, version, log);
  // Who ends it while it starts wants it ended all the same, and nothing left behind.
  closeOnSignals(
    {
      close: async () => {
        stopping = true;
        await (await starting).close();
      },
    },
    log,
  );
  const platform = await starting;
  void platform.lost.then((reason) => {
    complain(`${reason.message}${reason.cause instanceof Error ? `\n${reason.cause.message}` : ''}`);
    complain('Exeat cannot go on without it and ends. Every answered command is kept; start it again.');
    process.exit(1);
  });
  // The exeat command finds a platform of this machine by it.
  mkdirSync(config.dataFolder, { recursive: true });
  writeFileSync(join(config.dataFolder, 'address'), platform.url);
  tell(`\nExeat ${version} is at ${platform.url}\n  reading page of the API  ${platform.url}/api/v1/docs`);
  if (config.developmentProvider && !config.production) {
    tell(`\nSign in at ${platform.url} with one click, as one of these invented people:\n`);
    for (const { id, name, roles, organisation } of personas)
      tell(`    ${id.padEnd(18)}${name.padEnd(20)}${roles.join(', ')} (${organisation})`);
    tell('');
    if (config.seedDemo) await seedDemo(platform.url, config, tell).catch(seedFailed);
  }
  if (!stopping) tell('Ready. Ctrl+C stops it; the data stays.');
} catch (error) {
  complain(toldAtStart(error, config));
  process.exit(1);
}
