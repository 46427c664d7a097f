#!/usr/bin/env node
import { Command } from 'commander';
import { history, state } from './commands/cases.js';
import { demo } from './commands/demo.js';
import { parkedList, parkedRetry } from './commands/parked.js';
import { allEqual, allInPlace, buildViews, viewsStatus } from './commands/views.js';
import { Connection, Failure } from './connection.js';
import { Output } from './output.js';
import { readSettings, type Settings } from './settings.js';

const program = new Command('exeat')
  .description('Looks into and looks after an Exeat installation, through its public API.')
  .option('--json', 'print JSON instead of text')
  .option('--url <url>', 'where Exeat is (EXEAT_URL)')
  // Before the commands are added: they take both over.
  .configureHelp({ showGlobalOptions: true })
  .exitOverride()
  .addHelpText(
    'after',
    `
Signs in as the machine client EXEAT_CLIENT_ID with EXEAT_CLIENT_SECRET at EXEAT_ISSUER; on a development machine it
finds these in the data folder (DATA_FOLDER, .exeat).

Exit codes: 0 done, 1 the answer is no, 2 wrong use, 3 not found, 4 Exeat cannot be reached, 5 not allowed.`,
  );

interface With {
  readonly settings: Settings;
  readonly connection: Connection;
  readonly output: Output;
}

/** Runs a command with what all of them need; `false` is the answer no. */
const run = async (act: (given: With) => Promise<unknown>): Promise<void> => {
  const { json, url } = program.opts<{ json?: boolean; url?: string }>();
  const settings = readSettings(process.env, url);
  const yes = await act({ settings, connection: new Connection(settings), output: new Output(json === true) });
  process.exitCode = yes === false ? 1 : 0;
};

program
  .command('demo')
  .description('play the five demo cases, tell each as its timeline, rebuild every view and compare')
  .action(() => run(({ settings, output }) => demo(settings, output)));

program
  .command('history <case>')
  .description('every fact of a case as a sentence (case id, application number or licence number)')
  .action((which: string) => run(({ connection, output }) => history(connection, output, which)));

program
  .command('state <case>')
  .description('a case as it stood')
  .option('--at <position|moment>', 'a position of the log, a day (its end), or a moment such as 2026-01-15T09:30Z')
  .action((which: string, { at }: { at?: string }) =>
    run(({ connection, output }) => state(connection, output, which, at)),
  );

const views = program.command('views').description('what is computed from history');
views
  .command('status')
  .description('how far every listener has read')
  .action(() => run(({ connection, output }) => viewsStatus(connection, output)));
views
  .command('rebuild [view...]')
  .description('build views anew from history, compare, and put them in place')
  .option('--accept-differences', 'put a view in place although its rows differ: after a defect was mended')
  .action((names: string[], { acceptDifferences }: { acceptDifferences?: boolean }) =>
    run(async ({ connection, output }) => {
      const options = { acceptDifferences: acceptDifferences === true };
      const reports = await buildViews(connection, output, 'rebuild', names, options);
      output.document(reports);
      return allInPlace(reports);
    }),
  );
views
  .command('verify [view...]')
  .description('prove that views equal history; changes nothing')
  .action((names: string[]) =>
    run(async ({ connection, output }) => {
      const reports = await buildViews(connection, output, 'verify', names);
      output.document(reports);
      return allEqual(reports);
    }),
  );

const parked = program.command('parked').description('facts that a listener could not apply');
parked
  .command('list')
  .description('what waits, and why')
  .action(() => run(({ connection, output }) => parkedList(connection, output)));
parked
  .command('retry <listener> <stream>')
  .description('try the parked facts of a stream again, in order; recorded as a fact')
  .action((listener: string, stream: string) =>
    run(({ connection, output }) => parkedRetry(connection, output, listener, stream)),
  );

// Who reads the output may stop early, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof Failure) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
  } else {
    const { code, exitCode } = error as { code?: string; exitCode?: number };
    if (!code?.startsWith('commander.')) throw error;
    process.exitCode = exitCode === 0 ? 0 : 2;
  }
}
