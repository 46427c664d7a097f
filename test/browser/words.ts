import { caseTypes } from '@exeat/audit';
import { countryName } from '@exeat/kernel';
import iso from 'i18n-iso-countries';
import type { Page } from 'playwright-core';

/** What a page shows that stands in no message and in nothing that the API has answered. */
export interface Strays {
  readonly texts: readonly string[];
  /** Controls whose words are cut off, or which lie over one another. */
  readonly cramped: readonly string[];
}

/** Names that are no messages: countries as ISO has them, and facts, which are called by their types. */
const named = (): readonly string[] => [
  ...Object.keys(iso.getAlpha2Codes()).map((code) =>
    countryName(code)
      .replace(/ \([A-Z]{2}\)$/, '')
      .toLowerCase(),
  ),
  ...caseTypes.map((type) => type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()),
];

/** Asks a context for the longer language of `words/pseudo.ts`, and gathers all texts that the API answers in it. */
export const inPseudo = async (page: Page): Promise<ReadonlySet<string>> => {
  const answered = new Set<string>(named());
  const gather = (value: unknown): void => {
    if (typeof value === 'string') answered.add(value.replace(/\s+/g, ' ').trim().toLowerCase());
    else if (Array.isArray(value)) value.forEach(gather);
    else if (typeof value === 'object' && value !== null)
      for (const [name, each] of Object.entries(value)) {
        answered.add(name.toLowerCase());
        gather(each);
      }
  };
  page.on('response', (response) => {
    if (!response.url().includes('/api/v1/') || response.url().endsWith('/live')) return;
    response
      .json()
      .then(gather)
      .catch(() => undefined);
  });
  await page.addInitScript(() => localStorage.setItem('exeat-pseudo', 'on'));
  return answered;
};

export const straysOn = (page: Page, answered: ReadonlySet<string>): Promise<Strays> =>
  page.evaluate(
    (known) => {
      const answers = new Set(known);
      const all = known.join('\n');
      // Dates, times, sizes and units as the browser itself writes them.
      const written =
        /^(\W|\d|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december|utc|gmt|am|pm|usd|aud|eur|kb|mb|bytes?|tops|gb\/s|mm²?|tpp|n)+$/i;
      const isKnown = (text: string) => {
        const words = text.replace(/\s+/g, ' ').trim().toLowerCase();
        if (!/\p{L}{2}/u.test(words) || written.test(words) || answers.has(words) || all.includes(words)) return true;
        // Data beside data, as the browser writes lists: numbers with names, people, a country with its code.
        const parts = words.split(/, | and | \(|\)/).filter(Boolean);
        return parts.length > 1 && parts.every((part) => !/\p{L}{3}/u.test(part) || all.includes(part));
      };
      const texts: string[] = [];
      let depth = 0;
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement;
        if (!parent || parent.closest('script, style, kbd, pre, code, noscript')) continue;
        for (const part of (node.nodeValue ?? '').split(/([⟦⟧])/)) {
          if (part === '⟦') depth += 1;
          else if (part === '⟧') depth -= 1;
          else if (depth === 0 && !isKnown(part)) texts.push(part.trim());
        }
      }
      for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
        for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
          const spoken = element.getAttribute(name);
          if (spoken !== null && !spoken.includes('⟦') && !isKnown(spoken)) texts.push(`${name}="${spoken}"`);
        }

      const called = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 50);
      const shown = (element: Element) => {
        const { width, height, right, left } = element.getBoundingClientRect();
        return (
          element.checkVisibility({ visibilityProperty: true }) &&
          width > 2 &&
          height > 2 &&
          right > 0 &&
          left < innerWidth
        );
      };
      const wordy = [...document.querySelectorAll('button, a, th, label, legend, h1, h2, h3, dt, summary')].filter(
        shown,
      );
      const cut = wordy.filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        const across = /hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
        return across || (/hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 2);
      });
      const pressed = [...document.querySelectorAll('main button, main a[href], header button, header a[href]')].filter(
        shown,
      );
      const over = pressed.flatMap((one, index) =>
        pressed.slice(index + 1).flatMap((other) => {
          if (one.contains(other) || other.contains(one)) return [];
          const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
          const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          return across > 3 && down > 3 ? [`"${called(one)}" lies over "${called(other)}"`] : [];
        }),
      );
      return {
        texts: [...new Set(texts)].slice(0, 30),
        cramped: [...cut.map((element) => `"${called(element)}" is cut off`), ...over].slice(0, 20),
      };
    },
    [...answered],
  );
