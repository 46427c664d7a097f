import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { axe } from './axe.js';
import { focusIsVisible, focusNotObscured } from './keyboard.js';
import { reducedMotion, reflows, targetSizes } from './layout.js';
import { goTo, mainRoutes, makePlaces, type Places } from './main-routes.js';
import { browserStage, narrow } from './stage.js';

jest.setTimeout(60_000);
const stage = browserStage({ demo: true });
let places: Places;
const windows = new Map<string, Page>();

beforeAll(async () => {
  places = await makePlaces(stage.platform);
  for (const persona of new Set(mainRoutes.map((route) => route.persona)))
    windows.set(persona, await stage.signIn(persona, { at: '/help' }));
}, 120_000);

describe('the table of screens', () => {
  it('has every address that the web has', () => {
    const folder = join(import.meta.dirname, '../../apps/web/src/features');
    const declared = readdirSync(folder)
      .filter((file) => file.endsWith('.routes.tsx'))
      .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(/path: '([^']+)'/g)])
      .map(([, path = '']) => path);
    expect(declared.length).toBeGreaterThan(20);
    const visited = mainRoutes.map(({ path }) => path(places).replace(/\?.*/, ''));
    const missing = declared.filter((path) => {
      const pattern = new RegExp(`(^|/)${path.replace(/:\w+/g, '[^/]+')}$`);
      return !visited.some((each) => pattern.test(each));
    });
    expect(missing).toEqual([]);
  });
});

describe('every screen, to everybody who works with it', () => {
  it.each(mainRoutes)('$name ($persona)', async ({ persona, path }) => {
    const page = windows.get(persona)!;
    await page.emulateMedia({ colorScheme: 'light' });
    await goTo(page, stage.platform.url, path(places));

    const wrong: string[] = [];
    const check = async (what: string, act: () => Promise<unknown>) => {
      await act().catch((error: unknown) =>
        wrong.push(`${what}: ${error instanceof Error ? error.message : 'failed'}`),
      );
    };
    await check('in light', () => axe(page));
    await check('at 320 px', () => reflows(page));
    await check('targets', () => targetSizes(page));
    await check('focus', () => focusIsVisible(page));
    await check('focus', () => focusNotObscured(page));
    await page.emulateMedia({ colorScheme: 'dark' });
    await check('in dark', () => axe(page));
    await check('motion', () => reducedMotion(page));
    await page.setViewportSize(narrow);
    await check('targets at 320 px', () => targetSizes(page));
    await check('focus at 320 px', () => focusNotObscured(page));
    await check('in dark at 320 px', () => axe(page));
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.emulateMedia({ colorScheme: 'light' });

    if ((await page.getByText('There is nothing here').count()) > 0) wrong.push('it is not there');
    const titles = await page.getByRole('heading', { level: 1 }).allInnerTexts();
    if (titles.length !== 1) wrong.push(`${titles.length} titles: ${titles.join(' / ')}`);
    if (!(await page.title()).startsWith(titles[0] ?? '')) wrong.push(`the tab is called ${await page.title()}`);
    if ((await page.locator('main').count()) !== 1) wrong.push('not one main part');
    if ((await page.getByRole('link', { name: 'Help with this page' }).count()) !== 1) wrong.push('no link to help');
    expect(wrong).toEqual([]);
  });
});
