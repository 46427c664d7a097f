import { describe, expect, it } from '@jest/globals';
import { personas } from '@exeat/auth';
import { axe } from './axe.js';
import { focusIsVisible, focusNotObscured } from './keyboard.js';
import { reducedMotion, reflows, targetSizes } from './layout.js';
import { measureFirstLoad } from './measure.js';
import { shoot } from './screens.js';
import { browserStage, narrow } from './stage.js';

const stage = browserStage();
const choice = () => stage.visit({ at: '/auth/sign-in?returnTo=/api/v1/docs' });

describe('the page on which one chooses who to be', () => {
  it('shows everybody once, grouped, each with a role, an organisation and what they come to do', async () => {
    const page = await choice();
    const buttons = await page.getByRole('button').allInnerTexts();
    expect(buttons).toHaveLength(personas.length);
    for (const { name } of personas) expect(buttons.filter((words) => words.includes(name))).toHaveLength(1);
    expect(await page.getByRole('region', { name: 'Exporters' }).getByRole('button').count()).toBe(3);
    expect(await page.getByRole('button', { name: 'June Park' }).innerText()).toMatch(
      /Security reviewer\s+Department of Justice\s+Gives the position/,
    );
    expect(await page.getByRole('button', { name: 'Owen Hale' }).innerText()).toContain('a password only');
    await shoot(page, 'choose-a-persona');
  });

  it('can be used by everybody', async () => {
    const page = await choice();
    await axe(page);
    await reflows(page);
    await targetSizes(page);
    await reducedMotion(page);
    expect(await focusIsVisible(page)).toHaveLength(personas.length);
    await focusNotObscured(page);
    await page.setViewportSize(narrow);
    await axe(page);
    await focusNotObscured(page);
  });

  it('signs in by the keyboard alone, and goes back to where one came from', async () => {
    const page = await choice();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/api/v1/docs');
    const me = await page.evaluate(
      async () => (await fetch('/api/v1/me')).json() as Promise<{ actor: { name: string } }>,
    );
    expect(me.actor.name).toBe('Nora Vance');
  });

  it('is one small answer', async () => {
    const { requests, scriptBytes, allBytes } = await measureFirstLoad(
      await choice(),
      'the page of personas',
      '/auth/sign-in',
    );
    expect(requests).toBeLessThan(5);
    expect(scriptBytes).toBe(0);
    expect(allBytes).toBeLessThan(20_000);
  });
});
