import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { atSize } from './layout.js';
import { desktop, narrow, type Size } from './stage.js';

const folder = join(import.meta.dirname, '../../docs/screens');

/** A picture longer than this shows its upper part. */
const tallest = 2400;

/**
 * Writes docs/screens/<name>.png (1280 px wide) and <name>-320.png for `npm run screens`, and nothing otherwise: a test
 * run changes no file of the repository. With `whole` false, what is in sight alone: for dialogs.
 */
export const shoot = async (page: Page, name: string, { whole = true } = {}): Promise<void> => {
  if (process.env['EXEAT_SCREENS'] !== '1') return;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))
    throw new Error(`A picture is not called "${name}": small letters and -.`);
  await mkdir(folder, { recursive: true });
  await picture(page, desktop, `${name}.png`, whole);
  await picture(page, narrow, `${name}-320.png`, whole);
};

const picture = (page: Page, size: Size, file: string, whole: boolean) =>
  atSize(page, size, async () => {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.screenshot({
      path: join(folder, file),
      fullPage: whole,
      clip: {
        x: 0,
        y: 0,
        width: size.width,
        height: whole ? Math.min(Math.max(height, size.height), tallest) : size.height,
      },
      animations: 'disabled',
    });
  });
