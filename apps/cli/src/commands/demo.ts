import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { signInAs } from '@exeat/auth';
import { playDemo } from '@exeat/demo';
import { instantOf } from '@exeat/kernel';
import { projectFile } from '@exeat/project-files';
import { Connection, Failure } from '../connection.js';
import type { Output } from '../output.js';
import { readSettings, type Settings } from '../settings.js';
import { allEqual, buildViews } from './views.js';

/** `exeat demo`: plays the five cases, tells each as its timeline, rebuilds every view and says whether they are equal. */
export const demo = async (settings: Settings, output: Output): Promise<boolean> => {
  const own = (await answers(settings.url)) ? undefined : await startPlatform(settings, output);
  try {
    const now = own ? readSettings(process.env) : settings;
    const played = await playDemo(
      async (persona) => (await signInAs(now.url, persona)).fetch,
      { now: () => instantOf(new Date()) },
      ({ done, of, title }) => output.progress(`${String(done).padStart(2)}/${of}  ${title}`),
    );
    output.progressDone();
    for (const { case: each, caseId, timeline } of played) {
      output.line(`\n${each.name}  (${caseId})`);
      for (const { at, sentence } of timeline) output.line(`  ${at.slice(0, 10)}  ${sentence}`);
    }
    output.line('\nEvery view built anew from history, beside the live one:');
    const reports = await buildViews(new Connection(now), output, 'rebuild', []);
    const equal = allEqual(reports);
    output.line(equal ? `\nAll ${reports.length} views equal history.` : '\nSOME VIEWS DIFFER FROM HISTORY.');
    return equal;
  } finally {
    if (own) await end(own);
  }
};

const answers = async (url: string): Promise<boolean> =>
  fetch(new URL('/health/live', url)).then(
    (response) => response.ok,
    () => false,
  );

const startPlatform = async ({ dataFolder }: Settings, output: Output): Promise<ChildProcess> => {
  output.progress('No platform is running: starting one for the demo');
  const child = spawn(process.execPath, ['--enable-source-maps', projectFile('dist/apps/platform/src/main.js')], {
    env: { ...process.env, SEED_DEMO: 'off', DATA_FOLDER: dataFolder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  for (const until = Date.now() + 60_000; !said.includes('Ready.'); await pause(100)) {
    if (child.exitCode !== null) throw new Failure(`The platform ended with ${child.exitCode}.`, 4);
    if (Date.now() > until) throw new Failure('The platform did not become ready within a minute.', 4);
  }
  return child;
};

const end = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.on('exit', () => resolve());
    child.kill('SIGTERM');
  });
