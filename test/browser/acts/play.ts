import { it } from '@jest/globals';
import { personas } from '@exeat/auth';
import { cast, demoCases, type DemoCase } from '@exeat/demo';
import type { Page } from 'playwright-core';
import type { BrowserStage } from '../stage.js';

/** How long before the present the play begins, in days, as in the demo: its last day is a few days ago. */
const playLength = 290;

/** A case of the demo that people play by hand. Its days are those of the demo. */
export interface Play {
  readonly case: DemoCase;
  /** A test that goes on where the scene before it ended; where that one failed, it is not played. */
  readonly scene: (title: string, act: () => Promise<void>) => void;
  /** Lets time pass, up to nine o'clock of a day of the play, with all that falls due by then. */
  readonly day: (offset: number) => Promise<void>;
  /** A day of the play as one types it. */
  readonly date: (offset: number) => string;
  /** Somebody comes to work: opens the start page, signs in by clicks and arrives where their work is. */
  readonly signIn: (persona: string) => Promise<Page>;
  /** What the API tells an auditor. */
  readonly told: <Body>(path: string) => Promise<Body>;
}

export const playOf = (stage: BrowserStage, reference: string): Play => {
  const found = demoCases.find((each) => each.reference === reference);
  if (!found) throw new Error(`The demo has no case ${reference}.`);
  let failed: string | undefined;
  return {
    case: found,
    scene: (title, act) =>
      it(title, async () => {
        if (failed !== undefined) throw new Error(`Not played, as the case did not get past "${failed}".`);
        failed = title;
        await act();
        failed = undefined;
      }),
    day: async (offset) => {
      await stage.platform.stage.turnClock(offset - playLength);
      await stage.platform.settled();
    },
    date: (offset) => stage.platform.stage.day(offset - playLength),
    signIn: async (persona) => {
      // Strangers are asked after by the start page, which the browser logs.
      stage.expectTrouble(/^console: .*status of 401 .*\/api\/v1\/me/);
      const page = await stage.visit();
      await page.getByRole('link', { name: 'Sign in' }).click();
      await page.getByRole('button', { name: nameOf(persona) }).click();
      await page.getByRole('banner').getByText(nameOf(persona)).waitFor();
      return page;
    },
    told: async (path) => {
      const { status, text, body } = await (await stage.platform.as(cast.auditor)).get<never>(path);
      if (status !== 200) throw new Error(`${path}: ${text}`);
      return body;
    },
  };
};

const nameOf = (id: string): string => {
  const persona = personas.find((each) => each.id === id);
  if (!persona) throw new Error(`There is no persona ${id}.`);
  return persona.name;
};

/** Goes to a place of the main menu. */
export const goTo = async (page: Page, place: string): Promise<void> => {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: place, exact: true }).waitFor();
};

export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

export const follow = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('link', { name, exact: true }).click();

/** Chooses one of the few answers to a question. */
export const choose = (page: Page, question: string, answer: string): Promise<void> =>
  page.getByRole('group', { name: question }).getByText(answer, { exact: true }).click();
