import type { Page } from 'playwright-core';
import { fillInClause, type Asked } from './clause.js';
import { choose, follow, goTo, press } from './play.js';

interface Stand {
  readonly position: 'No objection' | 'Approve with conditions' | 'Object';
  readonly reasons?: string;
  readonly withheldReasons?: string;
  readonly conditions?: readonly Asked[];
}

/** A security reviewer takes the position of the agency on a case that was referred to it. */
export const takePosition = async (page: Page, number: string, stand: Stand): Promise<void> => {
  const { position, reasons, withheldReasons, conditions = [] } = stand;
  await goTo(page, 'Agency queue');
  await follow(page, number);
  await page.getByRole('heading', { name: `Position on ${number}` }).waitFor();
  await choose(page, 'Position', position);
  for (const [index, { reason, ...asked }] of conditions.entries()) {
    if (index > 0) await press(page, 'Add a condition');
    const condition = page.getByRole('group', { name: `Condition ${index + 1}` });
    await fillInClause(condition, asked);
    await condition.getByLabel('Why your agency asks for it').fill(reason);
  }
  if (reasons !== undefined) await page.getByLabel(/^Reasons/).fill(reasons);
  if (withheldReasons !== undefined) await page.getByLabel('Withheld reasons').fill(withheldReasons);
  await press(page, 'Take this position');
  await page.getByText('The position of your agency is recorded.').waitFor();
};
