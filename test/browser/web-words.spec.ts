import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { goTo, mainRoutes, makePlaces, type Places } from './main-routes.js';
import { browserStage } from './stage.js';
import { inPseudo, straysOn } from './words.js';

jest.setTimeout(40_000);
const stage = browserStage({ demo: true });
let places: Places;
const windows = new Map<string, { readonly page: Page; readonly answered: ReadonlySet<string> }>();

beforeAll(async () => {
  places = await makePlaces(stage.platform);
  for (const persona of new Set(mainRoutes.map((route) => route.persona))) {
    const page = await stage.signIn(persona, { at: '/api/v1/me' });
    windows.set(persona, { page, answered: await inPseudo(page) });
  }
}, 120_000);

describe('every screen in a language that is two fifths longer', () => {
  it.each(mainRoutes)('$name ($persona) says nothing but messages and data, and has room for it', async (route) => {
    const { page, answered } = windows.get(route.persona)!;
    await goTo(page, stage.platform.url, route.path(places));
    const { texts, cramped } = await straysOn(page, answered);
    expect({ texts, cramped }).toEqual({ texts: [], cramped: [] });
  });

  it('would notice a text of the code, and words that are cut off', async () => {
    const { page, answered } = [...windows.values()][0]!;
    await goTo(page, stage.platform.url, '/settings');
    await page.evaluate(() => {
      const button = Object.assign(document.createElement('button'), { textContent: 'Written in the code' });
      button.style.cssText = 'width:30px;overflow:hidden;white-space:nowrap';
      document.querySelector('main')?.append(button);
    });
    const { texts, cramped } = await straysOn(page, answered);
    expect(texts).toEqual(['Written in the code']);
    expect(cramped.join()).toMatch(/cut off/);
  });
});
