// Runs the lanes of jest.config.js one after the other and says at the end what ran and what could not.
//
//   npm test                      every lane
//   npm test -- postgres faults   these lanes
//
// EXEAT_REQUIRE_ALL_LANES=1 makes a lane that cannot run on this machine a failure.
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import jestConfig from '../jest.config.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const postgresDoor = join(root, 'dist/infra/postgres/src/index.js');
const strict = process.env.EXEAT_REQUIRE_ALL_LANES === '1';

/** Why a lane cannot run here; nothing where it can. */
const noDatabase = async () => {
  if (!existsSync(postgresDoor)) return 'the build is missing: npm run build';
  const { startTestPostgres } = await import(pathToFileURL(postgresDoor).href);
  return startTestPostgres().then(
    ({ stop }) => stop(),
    (error) => `no Postgres starts here: ${error instanceof Error ? error.message : String(error)}`,
  );
};
const oldNode = () =>
  Number(process.versions.node.split('.')[0]) < 22
    ? `the cruiser of imports needs Node 22 or newer, this is ${process.version}`
    : undefined;
const noBrowser = () =>
  promisify(execFile)(process.execPath, [join(root, 'test/browser/find-browser.mjs')]).then(
    () => undefined,
    ({ stderr, message }) => stderr?.trim() || message,
  );
const needs = {
  architecture: oldNode,
  postgres: noDatabase,
  journeys: noDatabase,
  faults: noDatabase,
  browser: async () => (await noDatabase()) ?? noBrowser(),
};

const lanes = jestConfig.projects.map(({ displayName, roots }) => ({
  name: displayName,
  folders: roots.map((folder) => folder.replace('<rootDir>', root)).filter(existsSync),
}));
const chosen = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const options = process.argv.slice(2).filter((argument) => argument.startsWith('-'));
const unknown = chosen.filter((name) => !lanes.some((lane) => lane.name === name));
if (unknown.length > 0) {
  console.error(`There is no lane ${unknown.join(', ')}. The lanes: ${lanes.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

// A server of this run's own: two runs on one machine do not meet. Postgres may run as another user, who must pass.
const outer = tmpdir();
const folder = await mkdtemp(join(outer, 'exeat-run-'));
await chmod(folder, 0o711);
process.env.TMPDIR = folder;
// Where the pages' figures are noted down, to be told at the end.
const measures = join(folder, 'measures.jsonl');
process.env.EXEAT_MEASURES = measures;
// Where the checks of pages are noted down, for the accessibility statement.
const checks = join(folder, 'checks.jsonl');
if (process.env.EXEAT_SCREENS === '1') process.env.EXEAT_CHECKED = checks;

let running;
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    interrupted = true;
    running?.kill(signal);
  });

/** Runs one lane, its own output shown as it goes, and counts from Jest's report. */
const run = async (name) => {
  const report = join(folder, `${name}.json`);
  const started = performance.now();
  const code = await new Promise((resolve) => {
    running = spawn(
      process.execPath,
      [
        '--experimental-vm-modules',
        '--no-warnings',
        join(root, 'node_modules/jest/bin/jest.js'),
        // A browser is several processes already, and its figures shall be its own.
        ...['--selectProjects', name, '--maxWorkers', name === 'browser' ? '1' : '2', '--passWithNoTests'],
        ...['--json', '--outputFile', report, '--cacheDirectory', join(root, 'node_modules/.cache/jest')],
        ...options,
      ],
      { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
    );
    running.on('close', (status, signal) => resolve(signal ?? status));
    running.on('error', (error) => resolve(error.message));
  });
  running = undefined;
  const seconds = (performance.now() - started) / 1000;
  const result = await readFile(report, 'utf8').then(JSON.parse, () => undefined);
  if (!result) return { name, passed: 0, failed: 1, skipped: [], seconds, note: `Jest ended with ${code}` };
  // A file that cannot even be loaded counts as one failed test: none of its own are known.
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  const skipped = result.testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status !== 'passed' && status !== 'failed').map(({ fullName }) => fullName),
  );
  const fell = code !== 0 && failed === 0;
  return {
    name,
    passed: result.numPassedTests,
    failed: failed + (fell ? 1 : 0),
    skipped,
    seconds,
    empty: result.numTotalTestSuites === 0,
    ...(fell && { note: `Jest ended with ${code} although no test failed` }),
  };
};

console.log(
  `Node ${process.version}, ${strict ? 'every lane required' : 'lanes that cannot run are named at the end'}`,
);

const ran = [];
const couldNot = [];
for (const { name, folders } of lanes) {
  if (interrupted || (chosen.length > 0 && !chosen.includes(name))) continue;
  if (folders.length === 0) {
    ran.push({ name, passed: 0, failed: 0, skipped: [], seconds: 0, empty: true });
    continue;
  }
  console.log(`\n— ${name}`);
  const reason = await needs[name]?.();
  if (reason) couldNot.push({ name, reason });
  else ran.push(await run(name));
}

if (existsSync(postgresDoor)) {
  const { stopTestCluster } = await import(pathToFileURL(postgresDoor).href);
  await stopTestCluster().catch((error) => console.error(`The test server did not stop: ${error.message}`));
}
const measured = await readFile(measures, 'utf8').then(
  (lines) =>
    lines
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  () => [],
);
const browserLane = ran.find(({ name }) => name === 'browser');
if (process.env.EXEAT_SCREENS === '1' && browserLane) {
  const isWhole = browserLane.failed === 0 && options.length === 0 && !interrupted;
  if (isWhole) await (await import('./browser/statement.mjs')).writeStatement(checks);
  console.log(`docs/accessibility.md ${isWhole ? 'is written' : 'stays as it was: not every check passed'}`);
}
await rm(folder, { recursive: true, force: true });

if (measured.length > 0) console.log('\nWhat the pages measured here');
for (const { name, figures } of measured)
  console.log(
    `  ${name}: ${Object.entries(figures)
      .map(([what, figure]) => `${what} ${figure}`)
      .join(', ')}`,
  );
console.log('\nWhat ran');
for (const { name, passed, failed, seconds, empty, note } of ran)
  console.log(
    `  ${name.padEnd(13)} ` +
      (empty ? 'nothing to run yet' : `${passed} passed, ${failed} failed, ${seconds.toFixed(1)} s`) +
      (note ? ` (${note})` : ''),
  );
for (const { name, skipped } of ran)
  for (const test of skipped) couldNot.push({ name: `${name}: ${test}`, reason: 'skipped' });
if (couldNot.length > 0) console.log('What could not run here');
for (const { name, reason } of couldNot) console.log(`  ${name}: ${reason}`);
if (interrupted) console.log('Interrupted: the lanes above are not all.');

const total = (count) => ran.reduce((sum, lane) => sum + lane[count], 0);
const failed = total('failed') + (strict ? couldNot.length : 0) + (interrupted ? 1 : 0);
console.log(`${total('passed')} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
