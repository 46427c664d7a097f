import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import { personas } from '@exeat/auth';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startOwnPlatform, type RunningPlatform } from '../journeys/platform.js';
import { launchBrowser } from './browser.js';
import { startDemoPlatform } from './demo-platform.js';
import { complaintsOf, watch, type Trouble } from './watch.js';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const desktop: Size = { width: 1280, height: 800 };
/** 1280 CSS px at 400 %: what WCAG 2.2 asks to get along with (1.4.10). */
export const narrow: Size = { width: 320, height: 640 };

interface Visit {
  /** A path of the platform; in `visit` also a whole address, such as that of an empty page. */
  readonly at?: string;
  readonly viewport?: Size;
}

export interface BrowserStage {
  /** The platform behind the pages; there once the tests run. */
  readonly platform: RunningPlatform;
  /** A window of their own for a persona, signed in by clicks and arrived at `at`, else the start page. */
  readonly signIn: (persona: string, visit?: Visit) => Promise<Page>;
  /** A window of its own for somebody who has not signed in. */
  readonly visit: (visit?: Visit) => Promise<Page>;
  /** This test brings about trouble of this kind on purpose: it must come, and does not fail the test. */
  readonly expectTrouble: (pattern: RegExp) => void;
}

interface Running {
  readonly platform: RunningPlatform;
  readonly browser: Browser;
}

/**
 * A platform and a browser for the tests of a file; call it once, outside of any test. With `demo`, the five cases of
 * the demonstration are there. Windows that a test opens are closed after it; those of a `beforeAll` stay to the end.
 * A test fails where one of its pages has trouble: see `watch`.
 */
export const browserStage = ({ demo = false, environment = {} }: StageOptions = {}): BrowserStage => {
  let running: Running | undefined;
  const troubles: Trouble[] = [];
  const expected: RegExp[] = [];
  const contexts: { readonly context: BrowserContext; readonly inTest: boolean }[] = [];
  let inTest = false;

  const on = (): Running => {
    if (!running) throw new Error('The stage is not there yet: use it in a test or in beforeAll.');
    return running;
  };
  const open = async (whose: string, viewport: Size): Promise<Page> => {
    const { browser, platform } = on();
    const context = await browser.newContext({ viewport, locale: 'en-GB', timezoneId: 'UTC' });
    contexts.push({ context, inTest });
    context.setDefaultTimeout(10_000);
    await watch(context, whose, new URL(platform.url).origin, troubles);
    return context.newPage();
  };
  const close = async (which: (each: { readonly inTest: boolean }) => boolean) => {
    for (const each of contexts.filter(which)) {
      contexts.splice(contexts.indexOf(each), 1);
      await each.context.close();
    }
  };
  const judge = () => {
    const complaints = complaintsOf(troubles.splice(0), expected.splice(0));
    if (complaints.length > 0) throw new Error(`Trouble in the pages:\n${complaints.join('\n')}`);
  };

  beforeAll(async () => {
    const platform = await (demo ? startDemoPlatform(environment) : startOwnPlatform(environment));
    try {
      running = { platform, browser: await launchBrowser() };
    } catch (error) {
      await platform.stop();
      throw error;
    }
  }, 240_000);
  beforeEach(() => void (inTest = true));
  afterEach(async () => {
    inTest = false;
    // What a page has said is on its way until it answers once more.
    const pages = contexts.flatMap(({ context }) => context.pages());
    await Promise.all(pages.map((page) => page.evaluate(() => undefined).catch(() => undefined)));
    await close((each) => each.inTest);
    judge();
  });
  afterAll(async () => {
    await close(() => true).catch(() => undefined);
    await running?.browser.close();
    await running?.platform.stop();
    running = undefined;
    judge();
  }, 30_000);

  return {
    get platform() {
      return on().platform;
    },
    expectTrouble: (pattern) => void expected.push(pattern),
    visit: async ({ at = '/', viewport = desktop } = {}) => {
      const page = await open('somebody', viewport);
      await page.goto(new URL(at, on().platform.url).href);
      return page;
    },
    signIn: async (id, { at = '/', viewport = desktop } = {}) => {
      const persona = personas.find((each) => each.id === id);
      if (!persona) throw new Error(`There is no persona ${id}.`);
      const page = await open(persona.name, viewport);
      await page.goto(`${on().platform.url}/auth/sign-in?${new URLSearchParams({ returnTo: at }).toString()}`);
      const arrives = page.waitForURL(({ pathname }) => !/^\/(auth|development)\//.test(pathname));
      await Promise.all([arrives, page.getByRole('button', { name: persona.name }).click()]);
      return page;
    },
  };
};

interface StageOptions {
  readonly demo?: boolean;
  /** Of the platform, over the usual. */
  readonly environment?: Record<string, string>;
}
