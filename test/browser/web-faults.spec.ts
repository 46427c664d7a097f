import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { signInAs, type SignedInClient } from '@exeat/auth';
import { cast } from '@exeat/demo';
import type { Browser, Page, Route } from 'playwright-core';
import { Installation, leaveNothing, type Running } from '../faults/installation.js';
import { draftOf, save } from './an-application.js';
import { announced } from './announcements.js';
import { axe } from './axe.js';
import { launchBrowser } from './browser.js';
import { reflows } from './layout.js';
import { browserStage, desktop } from './stage.js';
import { withoutDatabase } from './without-database.js';

jest.setTimeout(90_000);

const endUse = (page: Page) => page.getByLabel('What will the items do, for whom and where?');
const unreachable = (page: Page) => page.getByText('Exeat cannot be reached. What you typed is kept on this page');

/** Every save of a draft that is in the log. */
const savesOf = async (client: Pick<SignedInClient, 'fetch'>, caseId: string): Promise<readonly string[]> => {
  const { items } = (await (await client.fetch(`/api/v1/applications/${caseId}/drafts`)).json()) as {
    items: readonly { sections: { endUse?: string } }[];
  };
  return items.map(({ sections }) => sections.endUse ?? '');
};

describe('a server that is killed while a form is filled in', () => {
  let installation: Installation;
  let platform: Running;
  let browser: Browser;
  beforeAll(async () => {
    installation = await Installation.make();
    platform = await installation.startReady();
    browser = await launchBrowser();
  }, 90_000);
  afterAll(async () => {
    await browser.close();
    await leaveNothing();
  }, 60_000);

  it('loses nothing that was typed, and stores it once when it is back, over a reload as well', async () => {
    const context = await browser.newContext({ viewport: desktop, locale: 'en-GB' });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    await page.goto(`${installation.url}/applications/new`);
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Nora Vance' }).click();
    await page.getByLabel('Your reference').fill('NG-KILLED');
    await page.keyboard.press('Enter');
    await page.waitForURL(/applications\/[0-9a-f-]{36}$/);
    const caseId = page.url().split('/').at(-1) ?? '';
    await page.getByRole('link', { name: 'End use' }).click();
    await endUse(page).fill('Inference in one data centre, typed before the server was killed');

    await platform.kill('SIGKILL');
    await page.getByText('Live updates are interrupted.').waitFor();
    await save(page);
    await unreachable(page).waitFor();
    expect(await endUse(page).inputValue()).toContain('typed before the server was killed');
    await endUse(page).press('End');
    await endUse(page).pressSequentially(', and after');

    platform = await installation.startReady();
    await page.getByText('Live updates are interrupted.').waitFor({ state: 'hidden' });
    await page.reload();
    await page.getByText('We kept what you typed here before').waitFor();
    expect(await endUse(page).inputValue()).toContain('was killed, and after');
    await save(page);
    await page.waitForURL(new RegExp(`${caseId}$`));

    const nora = await signInAs(installation.url, cast.northgateCompliance);
    expect((await savesOf(nora, caseId)).filter((text) => text.endsWith('was killed, and after'))).toHaveLength(1);
    await page.getByRole('link', { name: 'End use' }).click();
    await endUse(page).waitFor();
    expect(await page.getByText('We kept what you typed here before').count()).toBe(0);
    await context.close();
  });
});

describe('a network that is slow or fails', () => {
  const stage = browserStage();
  let caseId: string;
  /** Stands between the page and the server where a draft is saved. */
  const onSaves = (page: Page, act: (route: Route) => Promise<void>) =>
    page.route(
      ({ pathname }) => pathname.endsWith('/draft'),
      (route) => (route.request().method() === 'PATCH' ? act(route) : route.continue()),
    );
  const typed = async (page: Page, words: string) => {
    await page.goto(`${stage.platform.url}/applications/${caseId}/end-use`);
    await endUse(page).fill(`Inference in one data centre: ${words}`);
  };
  const saves = async (words: string) => {
    const nora = await stage.platform.as(cast.northgateCompliance);
    const all = await savesOf({ fetch: (path, init) => nora.send(path.replace('/api/v1', ''), init) }, caseId);
    return all.filter((text) => text.endsWith(words)).length;
  };
  const saved = (page: Page) => page.waitForURL(new RegExp(`${caseId}$`));
  const open = () => stage.signIn(cast.northgateCompliance, { at: '/help' });

  beforeAll(async () => void (caseId = await draftOf(stage.platform, 'NG-NETWORK')));

  it('does a thing once however often one clicks or presses Enter', async () => {
    const page = await open();
    const sent: string[] = [];
    page.on('request', (request) => void (request.method() === 'PATCH' && sent.push(request.url())));
    await onSaves(page, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 700));
      await route.continue();
    });
    await typed(page, 'pressed often');
    const button = page.getByRole('button', { name: 'Save and continue' });
    await button.dblclick();
    await button.press('Enter');
    await button.press('Enter');
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    await saved(page);
    expect(sent).toHaveLength(1);
    expect(await saves('pressed often')).toBe(1);
  });

  it('does a thing once where its answer was lost and the page asks again by itself', async () => {
    const page = await open();
    stage.expectTrouble(/^console: .*ERR_FAILED/);
    let attempts = 0;
    await onSaves(page, async (route) => {
      const answer = await route.fetch();
      attempts += 1;
      if (attempts < 3) await route.abort();
      else await route.fulfill({ response: answer });
    });
    await typed(page, 'answered at the third time');
    await save(page);
    await saved(page);
    expect(attempts).toBe(3);
    expect(await saves('answered at the third time')).toBe(1);
  });

  it.each([
    [403, 'This is not yours to see'],
    [404, 'There is nothing here'],
  ])('shows nobody what they read before once reading it is answered with %d', async (status, told) => {
    const page = await open();
    await typed(page, `refused with ${status}`);
    await page.route(
      ({ pathname }) => pathname.endsWith('/draft'),
      (route) => route.fulfill({ status, contentType: 'application/problem+json', body: '{}' }),
    );
    stage.expectTrouble(/^console: .*status of 40[34]/);
    const other = await page.context().newPage();
    await typed(other, `saved before ${status}`);
    await save(other);
    await saved(other);
    await page.getByText(told).waitFor();
    expect(await endUse(page).count()).toBe(0);
    await axe(page);
  });

  it('says that there is no connection, and sends when there is one again', async () => {
    const page = await open();
    await typed(page, 'written in a tunnel');
    await page.context().setOffline(true);
    stage.expectTrouble(/^console: .*ERR_INTERNET_DISCONNECTED/);
    await page.getByText('No connection.').waitFor();
    await announced(page, /No connection/);
    await save(page);
    await unreachable(page).waitFor();
    await axe(page);
    await reflows(page);
    await page.context().setOffline(false);
    await page.getByText('No connection.').waitFor({ state: 'hidden' });
    await save(page);
    await saved(page);
    expect(await saves('written in a tunnel')).toBe(1);
  });

  it('shows what it shows while the database is gone, says so clearly, and goes on when it is back', async () => {
    const page = await open();
    await typed(page, 'while the database was gone');
    stage.expectTrouble(/^console: .*status of 503/);
    await withoutDatabase(stage.platform, async () => {
      await save(page);
      await page.getByText('Exeat cannot store anything just now.').waitFor();
      await page.getByRole('link', { name: 'My cases' }).first().click();
      await page.getByText('This could not be shown').waitFor();
      await axe(page);
      const fresh = await page.context().newPage();
      await fresh.goto(`${stage.platform.url}/my-cases`);
      await fresh.getByRole('button', { name: 'Try again' }).waitFor();
      await axe(fresh);
    });
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'My cases', level: 1 }).waitFor();
    await page.getByText('NG-NETWORK').first().waitFor();
    await page.goto(`${stage.platform.url}/applications/${caseId}/end-use`);
    await page.getByText('We kept what you typed here before').waitFor();
    await save(page);
    await saved(page);
    expect(await saves('while the database was gone')).toBe(1);
  });
});
