import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

interface FoundBrowser {
  readonly name: string;
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Throws with the reason where there is no browser here. */
const findBrowser = async (): Promise<FoundBrowser> => {
  // A process of its own: unpacking goes by the temporary folder of the process.
  const found = await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'find-browser.mjs')]);
  return JSON.parse(found.stdout) as FoundBrowser;
};

/** A real browser without a window, that reaches this machine alone. */
export const launchBrowser = async (): Promise<Browser> => {
  const { executablePath, env } = await findBrowser();
  return chromium.launch({
    executablePath,
    env: { HOME: process.env['HOME'] ?? '', TMPDIR: process.env['TMPDIR'] ?? '', ...env },
    args: [
      // Its sandbox asks for rights that containers do not have; it only ever shows our own pages.
      '--no-sandbox',
      '--disable-gpu',
      '--font-render-hinting=none',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
  });
};
