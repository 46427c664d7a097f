import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { cast } from '@exeat/demo';
import type { Page } from 'playwright-core';
import { caseOf, noteForm } from './a-note.js';
import { axe } from './axe.js';
import { reflows, targetSizes } from './layout.js';
import { browserStage } from './stage.js';

jest.setTimeout(30_000);
const stage = browserStage({ demo: true });
let caseId: string;
beforeAll(async () => void (caseId = await caseOf(stage, cast.auditor, 'NG-B300')));

const title = (page: Page, name?: string) => page.getByRole('heading', { level: 1, ...(name && { name }) });

declare global {
  interface Window {
    ran?: string[];
  }
}

describe('the policy of the page', () => {
  it('lets no text become a script, by whichever way it gets into the page', async () => {
    const page = await stage.signIn(cast.officerLena, { at: '/help' });
    await title(page).waitFor();
    for (const forbidden of ['script-src', 'require-trusted-types-for', 'base-uri'])
      stage.expectTrouble(new RegExp(`^content security policy: ${forbidden}`));
    stage.expectTrouble(/^console: /);
    const { ran, refused } = await page.evaluate(async () => {
      window.ran = [];
      const refused: string[] = [];
      // What a debugger asks for may make code from text; what runs by itself a moment later may not.
      await new Promise((resolve) => setTimeout(resolve));
      const attempt = (name: string, act: () => void) => {
        try {
          act();
        } catch {
          refused.push(name);
        }
      };
      const script = document.createElement('script');
      attempt('text of a script', () => {
        script.textContent = "window.ran.push('script')";
      });
      document.body.append(script);
      attempt('innerHTML', () => {
        document.body.insertAdjacentElement('beforeend', document.createElement('div'))!.innerHTML =
          '<img src=x onerror="window.ran.push(\'innerHTML\')">';
      });
      attempt('document.write', () => document.write("<script>window.ran.push('write')</script>"));
      attempt('attribute', () => {
        const button = document.createElement('button');
        button.setAttribute('onclick', "window.ran.push('attribute')");
        document.body.append(button);
        button.click();
      });
      attempt('eval', () => {
        (0, eval)("window.ran.push('eval')");
      });
      attempt('timer', () => {
        setTimeout("window.ran.push('timer')" as unknown as () => void);
      });
      const link = document.createElement('a');
      link.href = "javascript:window.ran.push('link')";
      document.body.append(link);
      link.click();
      const base = document.createElement('base');
      base.href = 'https://elsewhere.invalid/';
      document.head.append(base);
      await new Promise((resolve) => setTimeout(resolve, 300));
      base.remove();
      return { ran: window.ran, refused };
    });
    expect(ran).toEqual([]);
    expect(refused).toEqual(expect.arrayContaining(['text of a script', 'innerHTML', 'eval', 'timer']));
    expect(await page.evaluate(() => document.baseURI)).toBe(page.url());
  });

  it('is not framed, and neither sends nor fetches anything elsewhere', async () => {
    const answer = await stage.platform.nobody.send('/me').then(() => fetch(stage.platform.url));
    expect(answer.headers.get('content-security-policy')).toMatch(/frame-ancestors 'none'/);
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('shows what is typed as text, and nothing in it runs', async () => {
    const page = await stage.signIn(cast.officerLena, { at: `/cases/${caseId}` });
    const nasty = '<script>window.ran=[1]</script><img src=x onerror=window.ran=[2]> =1+1 \u202Egnp.exe \u200B';
    await noteForm(page).text.fill(nasty);
    await noteForm(page).send.click();
    const alert = page.getByRole('alert').or(page.locator('.notes__text', { hasText: '=1+1' }));
    await alert.first().waitFor();
    expect(await page.evaluate(() => window.ran)).toBeUndefined();
    expect(await page.locator('main img[src="x"]').count()).toBe(0);
  });
});

describe('what the browser holds', () => {
  it('is no token and no secret: one cookie that no script reads, settings, and what was typed', async () => {
    const page = await stage.signIn(cast.officerLena, { at: `/cases/${caseId}` });
    await noteForm(page).text.fill('typed');
    // Those of the provider of invented people begin with an underscore: it is another program.
    const cookies = (await page.context().cookies()).filter(({ name }) => !name.startsWith('_'));
    expect(cookies.map(({ name, httpOnly, sameSite }) => [name, httpOnly, sameSite])).toEqual([['exeat', true, 'Lax']]);
    const { local, session, databases, caches } = await page.evaluate(async () => ({
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      databases: (await indexedDB.databases()).length,
      caches: (await window.caches.keys()).length,
    }));
    expect(local.filter((name) => !/^exeat-(theme|single-keys|columns)/.test(name))).toEqual([]);
    expect(session.filter((name) => !/^(exeat-typed:|react-router-scroll-positions$)/.test(name))).toEqual([]);
    expect([databases, caches]).toEqual([0, 0]);
    const all = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
    );
    const held = `${all}${await page.content()}`;
    expect(held).not.toMatch(/eyJ[A-Za-z0-9_-]{10}|Bearer|client_secret|access_token/);
    for (const { value } of cookies) expect(held).not.toContain(value);
  });
});

describe('an address that leads nowhere', () => {
  it.each(['/nowhere', '/cases/00000000-0000-4000-8000-000000000000', '/help/nothing', '/cases/not-an-id'])(
    'is said to be so, with a way on: %s',
    async (at) => {
      const page = await stage.signIn(cast.officerLena, { at });
      if (at.startsWith('/cases')) stage.expectTrouble(/^console: .*status of 40[04]/);
      await page.getByText('There is nothing here').first().waitFor();
      expect(await page.getByRole('navigation', { name: 'Main' }).isVisible()).toBe(true);
      await axe(page);
      await reflows(page);
    },
  );

  it('is, as a file, a clear 404 and no page', async () => {
    const answer = await fetch(`${stage.platform.url}/assets/gone-12345.js`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ]);
  });
});

describe('a tab that was open while Exeat was upgraded', () => {
  it('asks to be read anew where a part is gone, keeps what was typed, and goes on after it', async () => {
    const page = await stage.signIn(cast.officerLena, { at: `/cases/${caseId}` });
    await noteForm(page).text.fill('Typed before the upgrade');
    await page.route(/\/assets\/settings-page.*\.js$/, (route) => route.fulfill({ status: 404, body: '{}' }));
    stage.expectTrouble(/^console: .*(status of 404|dynamically imported module)/);
    await page.getByRole('link', { name: 'Settings' }).click();
    await title(page, 'This page has to be read anew').waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    expect(await page.title()).toMatch(/^This page has to be read anew/);
    await axe(page);
    await reflows(page);
    await targetSizes(page);

    await page.context().setOffline(true);
    stage.expectTrouble(/^console: .*ERR_INTERNET_DISCONNECTED/);
    await page.getByRole('button', { name: 'Read the page anew' }).click();
    await page.getByText('Exeat cannot be reached').waitFor();
    await page.unrouteAll();
    // It is read anew by itself.
    await page.context().setOffline(false);
    await title(page, 'Settings').waitFor();
    await page.goBack();
    await page.getByText('We kept what you typed here before').waitFor();
    expect(await noteForm(page).text.inputValue()).toBe('Typed before the upgrade');
  });
});

describe('a screen that has thrown', () => {
  it('says so within the page, and the menu leads on', async () => {
    const page = await stage.visit({ at: '/help' });
    stage.expectTrouble(/^console: /);
    stage.expectTrouble(/./);
    await page.context().route('**/api/v1/cases?*', (route) => route.fulfill({ status: 200, json: { items: 7 } }));
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Lena Fischer' }).click();
    await page.getByRole('link', { name: 'Cases', exact: true }).click();
    await title(page, 'This page has failed').waitFor();
    await axe(page);
    expect(await page.locator('main').count()).toBe(1);
    await page.getByRole('link', { name: 'Settings' }).click();
    await title(page, 'Settings').waitFor();
  });
});
