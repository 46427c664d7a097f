import { appendFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

/** Ids and numbers in addresses, so that one screen counts once whatever it shows. */
const screenOf = (url: string): string | undefined => {
  const { protocol, pathname } = new URL(url);
  if (!protocol.startsWith('http') || pathname.startsWith('/api/')) return undefined;
  return pathname
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '{id}')
    .replace(/\/D\d{7}/g, '/{licence}')
    .replace(/^\/development\/.*/, '/auth/sign-in');
};

/** Notes down that a check has passed on a screen, for the accessibility statement that `npm run screens` writes. */
export const checked = async (page: Page, check: string): Promise<void> => {
  const file = process.env['EXEAT_CHECKED'];
  const screen = screenOf(page.url());
  if (file && screen !== undefined) await appendFile(file, `${JSON.stringify({ check, screen })}\n`);
};
