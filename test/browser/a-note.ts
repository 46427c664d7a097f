import type { Page } from 'playwright-core';
import type { BrowserStage } from './stage.js';

/** Id of the demo's case whose reference begins so, as the authority finds it. */
export const caseOf = async (stage: BrowserStage, persona: string, reference: string): Promise<string> => {
  const client = await stage.platform.as(persona);
  const { body } = await client.get<{ items: readonly { caseId: string; reference: string }[] }>('/cases?limit=100');
  const found = body.items.find((each) => each.reference.startsWith(reference));
  if (!found) throw new Error(`No case has the reference ${reference}.`);
  return found.caseId;
};

/**
 * The form with which we try what lies between any form and the log: a note on a case. Each that arrives is kept, so that
 * one sent twice would be seen.
 */
export const noteForm = (page: Page) => {
  const text = page.getByRole('textbox', { name: 'Write a note' });
  const send = page.getByRole('button', { name: 'Add note' });
  return {
    text,
    send,
    /** Writes and sends it, and waits until it is on the page. */
    add: async (words: string): Promise<void> => {
      await text.fill(words);
      await send.click();
      await page.locator('.notes__text', { hasText: words }).waitFor();
    },
  };
};

/** The notes of a case that are in the log, past the page. */
export const notesOf = async (stage: BrowserStage, persona: string, caseId: string): Promise<readonly string[]> => {
  const client = await stage.platform.as(persona);
  const { body } = await client.get<{ items: readonly { text: string }[] }>(`/cases/${caseId}/notes`);
  return body.items.map(({ text }) => text);
};
