import { readFile } from 'node:fs/promises';
import { cast } from '@exeat/demo';
import type { Page } from 'playwright-core';
import type { BrowserStage } from './stage.js';

/** A fact as the audit trail tells it. */
export interface Told {
  readonly position: number;
  readonly caseId: string;
  readonly type: string;
  readonly sentence: string;
  readonly factId: string;
  readonly commandId: string;
  readonly correlationId: string;
  readonly actorName: string;
}

interface Listed<Row> {
  readonly items: readonly Row[];
}

/** What the API tells auditors, to compare what the screens show with. */
export const auditor = (stage: BrowserStage) => {
  const get = async <Body>(path: string): Promise<Body> => {
    const { status, body, text } = await (await stage.platform.as(cast.auditor)).get<Body>(path);
    if (status !== 200) throw new Error(`${path}: ${text}`);
    return body;
  };
  return {
    get,
    /** The id of the case with a number. */
    caseCalled: async (number: string): Promise<string> => {
      const { items } = await get<Listed<{ readonly caseId: string }>>(`/cases?number=${number}`);
      if (!items[0]) throw new Error(`No case has the number ${number}.`);
      return items[0].caseId;
    },
    /** Facts of the trail, oldest first. */
    trail: async (query: string): Promise<readonly Told[]> =>
      (await get<Listed<Told>>(`/audit-trail?limit=500&${query}`)).items,
  };
};

/** The file that pressing a button lets the browser keep. */
export const downloaded = async (
  page: Page,
  button: string,
): Promise<{ readonly name: string; readonly text: string }> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
};

/** The positions in the rows of the trail. */
export const positionsShown = async (page: Page): Promise<readonly number[]> => {
  const cells = await page
    .getByRole('table', { name: 'Audit trail' })
    .locator('tbody tr td:first-child')
    .allTextContents();
  return cells.map((cell) => Number(cell.replace(/\D/g, '')));
};
