import { describe, expect, it } from '@jest/globals';
import { cast } from '@exeat/demo';
import type { Page } from 'playwright-core';
import { browserStage } from './stage.js';

const stage = browserStage({ demo: true });

const read = <Body>(page: Page, path: string): Promise<Body> =>
  page.evaluate(async (from) => (await fetch(`/api/v1${from}`)).json() as Promise<Body>, path);

describe('the reading page of the API', () => {
  it('is there for two people at once, each in a window of their own, over the cases of the demo', async () => {
    const [nora, lena] = [
      await stage.signIn(cast.northgateCompliance, { at: '/api/v1/docs' }),
      await stage.signIn(cast.officerLena, { at: '/api/v1/docs' }),
    ];
    for (const page of [nora, lena]) await page.getByRole('heading', { name: /^Exeat/ }).waitFor();
    const names = await Promise.all([nora, lena].map((page) => read<{ actor: { name: string } }>(page, '/me')));
    expect(names.map(({ actor }) => actor.name)).toEqual(['Nora Vance', 'Lena Fischer']);
    const { items } = await read<{ items: readonly unknown[] }>(nora, '/my-cases');
    expect(items.length).toBeGreaterThan(0);
  });
});
