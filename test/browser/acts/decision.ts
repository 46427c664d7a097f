import type { Page } from 'playwright-core';
import { fillInClause, fillInParameters, type Asked, type Clause } from './clause.js';
import { choose, follow, goTo, press } from './play.js';

// A licensing officer and a countersigner at the screen on which a case is decided.

/** Opens a case from the list of those that are to be decided. */
export const openDecision = async (page: Page, number: string): Promise<void> => {
  await goTo(page, 'Decisions');
  await page.getByRole('row', { name: number }).getByRole('link').first().click();
  await page.getByRole('heading', { name: `Decision on ${number}` }).waitFor();
};

const goToPart = (page: Page, part: 'Positions and law' | 'Conditions' | 'Decision') =>
  page.getByRole('navigation', { name: 'Parts of the decision' }).getByRole('link', { name: part }).click();

/** Where the agencies stand, a row each. */
export const positionOf = async (page: Page, agency: string): Promise<string> => {
  await goToPart(page, 'Positions and law');
  const rows = page.getByRole('region', { name: 'Positions of the agencies' }).getByRole('row');
  return rows.filter({ has: page.getByRole('rowheader', { name: agency }) }).innerText();
};

const conditionCalled = (page: Page, clause: string) => page.getByRole('article', { name: clause });

/** Adopts a condition as it was proposed. */
export const adopt = async (page: Page, clause: string): Promise<void> => {
  await goToPart(page, 'Conditions');
  const condition = conditionCalled(page, clause);
  await condition.getByRole('button', { name: 'Adopt', exact: true }).click();
  await condition.getByText('The text that binds').waitFor();
};

/** Rewords a condition by other parameters. */
export const reword = async (page: Page, clause: string, { reason, ...open }: Omit<Asked, 'clause'>): Promise<void> => {
  await goToPart(page, 'Conditions');
  const condition = conditionCalled(page, clause);
  await condition.getByRole('button', { name: 'Reword', exact: true }).click();
  await fillInParameters(condition, open);
  await condition.getByLabel('Why it is reworded').fill(reason);
  await condition.getByRole('button', { name: 'Reword the condition' }).click();
  await condition.getByText('What changed since it was proposed').waitFor();
};

/** Adds a condition of licensing's own. */
export const add = async (page: Page, { reason, ...clause }: Clause & { readonly reason: string }): Promise<void> => {
  await goToPart(page, 'Conditions');
  await press(page, 'Add a condition');
  const form = page.getByRole('region', { name: 'Add a condition of licensing’s own' });
  await fillInClause(form, clause);
  await form.getByLabel('Why it is added').fill(reason);
  await form.getByRole('button', { name: 'Add the condition' }).click();
  await form.waitFor({ state: 'hidden' });
};

/** Goes to one of the decisions that can be proposed. */
const goToProposal = async (page: Page, decision: 'Approve' | 'Deny' | 'No licence required'): Promise<void> => {
  await goToPart(page, 'Decision');
  const kinds = page.getByRole('navigation', { name: 'Propose a decision' });
  await kinds.getByRole('link', { name: decision }).click();
};

interface Approval {
  readonly units: string;
  readonly reasons: string;
}

/** Fills in an approval of the one line, and sends it. What comes of it is to be looked at. */
export const proposeApproval = async (page: Page, { units, reasons }: Approval): Promise<void> => {
  await goToProposal(page, 'Approve');
  await page.getByLabel('Units to approve of line 1').fill(units);
  await page.getByLabel('Reasons of the decision').fill(reasons);
  await press(page, 'Propose the approval');
};

interface Denial {
  readonly criteria: readonly string[];
  readonly reasons: string;
}

export const proposeDenial = async (page: Page, { criteria, reasons }: Denial): Promise<void> => {
  await goToProposal(page, 'Deny');
  for (const [index, criterion] of criteria.entries()) {
    if (index > 0) await press(page, 'Add another criterion');
    await page.getByRole('textbox', { name: `Criterion ${index + 1}` }).fill(criterion);
  }
  await page.getByLabel('Reasons of the decision').fill(reasons);
  await press(page, 'Propose the denial');
};

export const proposeThatNoneIsRequired = async (page: Page, reasons: string): Promise<void> => {
  await goToProposal(page, 'No licence required');
  await page.getByLabel('Reasons of the decision').fill(reasons);
  await press(page, 'Propose that no licence is required');
};

/** Until a proposal stands on the screen, to be signed by somebody else. */
export const proposed = (page: Page, heading: string): Promise<void> =>
  page.getByRole('region', { name: heading }).getByText('0 of 1 countersignature given.').waitFor();

/** A countersigner opens what is proposed, reads it and signs; gives what was to be read. */
export const countersign = async (page: Page, number: string, signature: string): Promise<string> => {
  await openDecision(page, number);
  await press(page, 'Read and countersign');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Yours is the last signature').waitFor();
  const read = await dialog.innerText();
  await dialog.getByRole('button', { name: signature }).click();
  await dialog.waitFor({ state: 'hidden' });
  return read;
};

interface Return {
  readonly reason: string;
  readonly explanation: string;
}

/** An officer gives an application back from the page of its case. */
export const returnWithoutAction = async (page: Page, number: string, { reason, explanation }: Return) => {
  await goTo(page, 'Cases');
  await follow(page, number);
  await follow(page, 'Return without action');
  await choose(page, 'Why it is returned', reason);
  await page.getByLabel('What the exporter has to do').fill(explanation);
  await press(page, 'Return the application');
  await page.getByText('Why it was returned:').waitFor();
};
