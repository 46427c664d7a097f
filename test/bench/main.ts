// Measures what is promised, each figure against a floor of the same run, on an embedded server of its own.
//
//   npm run bench                    every part
//   npm run bench -- append replay   these parts
import type { DatabaseUrls } from '@exeat/postgres';
import { append } from './append.js';
import { http } from './http.js';
import { loadHistory } from './history.js';
import { lag } from './lag.js';
import type { Bench, Part } from './part.js';
import { rebuild } from './rebuild.js';
import { replay } from './replay.js';
import { environmentOf, keep, keeps, line, type Measured } from './report.js';
import { startServer, withPool } from './server.js';

const parts: Readonly<Record<string, Part>> = { append, replay, rebuild, lag, http };

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}. The parts: ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}

const live = process.stdout.isTTY;
const progress = (doing: string) =>
  live ? process.stdout.write(`\r\u001b[K  ${doing}`) : process.stdout.write(`  ${doing}\n`);
const tell = (text: string) => process.stdout.write(`${live ? '\r\u001b[K' : ''}${text}\n`);

const ends: (() => Promise<unknown>)[] = [];
let ending: Promise<void> | undefined;
const endAll = async (): Promise<void> => {
  for (const last of ends.reverse()) await last().catch((error: unknown) => console.error(error));
};
const end = () => (ending ??= endAll());
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    tell('Stopping; what was measured so far is kept.');
    void end().then(() => process.exit(130));
  });
// What was under way when the bench was stopped breaks off: that is no news.
const complain = (error: unknown) => {
  if (ending) return;
  console.error(error);
  process.exitCode = 1;
};
process.on('uncaughtException', (error) => {
  complain(error);
  void end().then(() => process.exit());
});

const server = await startServer();
ends.push(server.stop);
let kept: Promise<DatabaseUrls> | undefined;
const bench: Bench = {
  emptyDatabase: server.database,
  history: () => (kept ??= server.database().then((urls) => loadHistory(urls, progress))),
  progress,
  beforeEnd: (last) => {
    let ended: Promise<unknown> | undefined;
    const once = () => (ended ??= last());
    ends.push(once);
    return once;
  },
};

try {
  const began = new Date();
  const environment = await withPool(server.superuserUrl, environmentOf);
  for (const [name, value] of Object.entries(environment)) tell(`${name.padEnd(28)} ${value}`);
  const all: Measured[] = [];
  let file = '';
  for (const [name, part] of Object.entries(parts)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    tell(`\n${name}`);
    const measured = await part(bench);
    all.push(...measured);
    for (const each of measured) tell(line(each));
    file = await keep(began, environment, all);
  }
  const missed = all.filter((each) => keeps(each) === false).length;
  const promised = all.filter(({ promise }) => promise).length;
  tell(`\n${promised - missed} of ${promised} promises kept, ${missed} missed. Written to ${file}`);
} catch (error) {
  complain(error);
} finally {
  await end();
}
