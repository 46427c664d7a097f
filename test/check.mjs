// Runs every check, two at a time, shows what each has to say, and names those that failed.
import { spawn } from 'node:child_process';

const waiting = ['lint', 'types', 'format', 'fences'];
const failed = [];

const run = (step) =>
  new Promise((resolve) => {
    const started = performance.now();
    const said = [];
    const child = spawn('npm', ['run', '--silent', step], { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => said.push(piece));
    child.on('error', (error) => said.push(Buffer.from(error.message)));
    child.on('close', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${code === 0 ? 'kept  ' : 'BROKEN'} ${step.padEnd(7)} ${seconds} s`);
      if (code !== 0) {
        failed.push(step);
        process.stdout.write(Buffer.concat(said));
      }
      resolve();
    });
  });

const worker = async () => {
  for (let step = waiting.shift(); step; step = waiting.shift()) await run(step);
};
await Promise.all([worker(), worker()]);

if (failed.length > 0) console.log(`Broken: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
