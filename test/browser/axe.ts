import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { checked } from './checked.js';

declare global {
  interface Window {
    readonly axe: { readonly run: (context: Document, options: RunOptions) => Promise<AxeResults> };
  }
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Fails, naming each element, where axe finds the page to break WCAG 2.2 up to level AA. */
export const axe = async (page: Page): Promise<void> => {
  await page.evaluate(source);
  const violations = await page.evaluate(async (values) => {
    // What is still fading in has not the colours that it will have.
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
    const results = await window.axe.run(document, {
      runOnly: { type: 'tag', values },
      resultTypes: ['violations'],
      // Looks at what the page has, and fetches nothing.
      preload: false,
    });
    return results.violations.map(({ id, help, nodes }) => ({
      rule: `${id}: ${help}`,
      nodes: nodes.map(({ target, html, failureSummary }) => ({
        target: target.join(' '),
        html: html.slice(0, 200),
        why: failureSummary?.split('\n').slice(1).join('; ').replace(/\s+/g, ' ').trim() ?? '',
      })),
    }));
  }, tags);
  if (violations.length === 0) return checked(page, 'axe');
  const listed = violations.map(({ rule, nodes }) =>
    [rule, ...nodes.map(({ target, html, why }) => `  ${target}\n    ${html}\n    ${why}`)].join('\n'),
  );
  throw new Error(`axe finds ${violations.length} kinds of violations at ${page.url()}:\n${listed.join('\n')}`);
};
