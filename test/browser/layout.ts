import type { Page } from 'playwright-core';
import { checked } from './checked.js';
import { narrow, type Size } from './stage.js';

/** Does something at another size of the window, and gives the window its size back. */
export const atSize = async <Result>(page: Page, size: Size, act: () => Promise<Result>): Promise<Result> => {
  const before = page.viewportSize();
  await page.setViewportSize(size);
  try {
    await settledLayout(page);
    return await act();
  } finally {
    if (before) await page.setViewportSize(before);
    await settledLayout(page);
  }
};

const settledLayout = (page: Page) =>
  page.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
  });

/**
 * Fails, naming what is too wide, where the page scrolls sideways at 320 CSS px, which is 1280 at 400 % (WCAG 1.4.10).
 * Tables, code and drawings may scroll in a frame of their own.
 */
export const reflows = (page: Page): Promise<void> =>
  atSize(page, narrow, async () => {
    const tooWide = await page.evaluate(() => {
      const called = (element: Element) => {
        const words = (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 50);
        const classes = [...element.classList].map((name) => `.${name}`).join('');
        return `<${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ''}${classes}> "${words}"`;
      };
      const everything = [...document.body.querySelectorAll('*')];
      const scrolls = (element: Element) =>
        /auto|scroll/.test(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth + 1;
      const wide = 'table, [role="grid"], [role="table"], [role="treegrid"], pre, svg, canvas';
      const frames = everything.filter(scrolls);
      const wrongFrames = frames.filter((frame) => !frame.matches(wide) && !frame.querySelector(wide));
      const root = document.scrollingElement ?? document.documentElement;
      const over =
        root.scrollWidth <= window.innerWidth
          ? []
          : everything.filter((element) => {
              const { right, width } = element.getBoundingClientRect();
              const framed = frames.some((frame) => frame !== element && frame.contains(element));
              return width > 0 && right > window.innerWidth + 1 && !framed;
            });
      const page = root.scrollWidth > window.innerWidth ? [`the page is ${root.scrollWidth} px wide`] : [];
      return [
        ...page,
        ...over.map((element) => `${called(element)} ends at ${Math.round(element.getBoundingClientRect().right)} px`),
        ...wrongFrames.map((frame) => `${called(frame)} scrolls sideways`),
      ].slice(0, 25);
    });
    if (tooWide.length > 0) throw new Error(`Does not fit into ${narrow.width} px:\n${tooWide.join('\n')}`);
    await checked(page, 'reflows');
  });

/** Fails, naming each, where something to press is smaller than 24 x 24 CSS px (WCAG 2.5.8). Links in a sentence may be. */
export const targetSizes = async (page: Page): Promise<void> => {
  const small = await page.evaluate(() => {
    const pressed =
      'a[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex]:not([tabindex="-1"]), ' +
      ['button', 'link', 'checkbox', 'radio', 'switch', 'tab', 'menuitem', 'option'].map((r) => `[role="${r}"]`).join();
    const inSentence = (element: Element) =>
      element.matches('a, [role="link"]') &&
      getComputedStyle(element).display === 'inline' &&
      (element.parentElement?.textContent ?? '').trim().length > (element.textContent ?? '').trim().length;
    return [...document.querySelectorAll(pressed)].flatMap((element) => {
      if (element.matches(':disabled, [aria-disabled="true"]') || inSentence(element)) return [];
      if (!element.checkVisibility({ visibilityProperty: true })) return [];
      // A box to tick is pressed by its label, too.
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
      const around = element.closest('label');
      const rects = [element, ...labels, ...(around ? [around] : [])].map((each) => each.getBoundingClientRect());
      // Kept for readers alone until it has the focus, as a skip link is.
      if (rects.every(({ width, height, right, bottom }) => width <= 1 || height <= 1 || right <= 0 || bottom <= 0))
        return [];
      if (rects.some(({ width, height }) => width >= 23.9 && height >= 23.9)) return [];
      const { width, height } = rects[0]!;
      const words = (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim();
      return [
        `<${element.tagName.toLowerCase()}> "${words.slice(0, 50)}" is ${width.toFixed(1)} x ${height.toFixed(1)} px`,
      ];
    });
  });
  if (small.length > 0) throw new Error(`Too small to press:\n${small.join('\n')}`);
  await checked(page, 'targetSizes');
};

/** Fails, naming each, where something still moves for people who asked for less motion. */
export const reducedMotion = async (page: Page): Promise<void> => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const moving = await page.evaluate(() => {
    const moves =
      /^(all|transform|translate|scale|rotate|top|left|right|bottom|inset|margin.*|width|height|max-height)$/;
    const seconds = (list: string) => Math.max(...list.split(',').map((each) => parseFloat(each)));
    return [...document.querySelectorAll('*')].flatMap((element) =>
      ['', '::before', '::after'].flatMap((part) => {
        const style = getComputedStyle(element, part || null);
        const animated = style.animationName !== 'none' && seconds(style.animationDuration) > 0.01;
        const glides =
          seconds(style.transitionDuration) > 0.01 &&
          style.transitionProperty.split(',').some((property) => moves.test(property.trim()));
        const scrolls = style.scrollBehavior === 'smooth';
        const why = [
          animated ? `animation ${style.animationName}` : '',
          glides ? `transition of ${style.transitionProperty}` : '',
          scrolls ? 'smooth scrolling' : '',
        ].filter(Boolean);
        const classes = [...element.classList].map((name) => `.${name}`).join('');
        return why.length > 0 ? [`<${element.tagName.toLowerCase()}${classes}>${part}: ${why.join(', ')}`] : [];
      }),
    );
  });
  await page.emulateMedia({ reducedMotion: null });
  if (moving.length > 0) throw new Error(`Moves although less motion is asked for:\n${moving.slice(0, 25).join('\n')}`);
  await checked(page, 'reducedMotion');
};
