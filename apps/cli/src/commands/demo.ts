import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { signInAs } from '@exeat/auth';
import { playDemo, type Played } from '@exeat/demo';
import { instantOf } from '@exeat/kernel';
import { projectFile } from '@exeat/project-files';
import { Connection, Failure, unreachable } from '../connection.js';
import type { Output } from '../output.js';
import { readSettings, type Settings } from '../settings.js';
import { allEqual, buildViews } from './views.js';

/** `exeat demo`: plays the five cases, tells each as its timeline, rebuilds every view and says whether they are equal. */
export const demo = async (settings: Settings, output: Output): Promise<boolean> => {
  const running = await answers(settings.url);
  if (!running && settings.urlNamed) throw unreachable(settings.url, 'no answer');
  const own = running ? undefined : await startPlatform(settings, output);
  try {
    const now = own ? readSettings(process.env) : settings;
    const played = await play(now, output);
    for (const { case: each, caseId, timeline } of played) {
      output.line(`\n${each.name}  (${caseId})`);
      for (const { at, sentence } of timeline) output.line(`  ${at.slice(0, 10)}  ${sentence}`);
    }
    output.line('\nEvery view built anew from history, beside the live one:');
    const views = await buildViews(new Connection(now), output, 'rebuild', []);
    const equal = allEqual(views);
    output.line(equal ? `\nAll ${views.length} views equal history.` : '\nSOME VIEWS DIFFER FROM HISTORY.');
    const cases = played.map(({ case: { name }, caseId, timeline }) => ({ name, caseId, timeline }));
    output.document({ cases, views });
    return equal;
  } finally {
    if (own) await end(own);
  }
};

const play = async ({ url }: Settings, output: Output): Promise<readonly Played[]> => {
  try {
    return await playDemo(
      async (persona) => (await signInAs(url, persona)).fetch,
      { now: () => instantOf(new Date()) },
      ({ done, of, title }) => output.progress(`${String(done).padStart(2)}/${of}  ${title}`),
    );
  } catch (error) {
    if (!(await answers(url))) throw unreachable(url, error);
    throw new Failure(`The demo stopped: ${error instanceof Error ? error.message : String(error)}`, 1);
  } finally {
    output.progressDone();
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
    if (child.exitCode !== null) throw new Failure('The platform could not be started; it says why above.', 4);
    if (Date.now() < until) continue;
    await end(child);
    throw new Failure('The platform did not become ready within a minute.', 4);
  }
  return child;
};

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.on('exit', resolve));
  child.kill('SIGTERM');
  await ended;
};
