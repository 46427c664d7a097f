import type { JSHandle, Page } from 'playwright-core';
import { checked } from './checked.js';

type Visited = JSHandle<Set<Element>>;

/** More stops than a page of ours has. */
const most = 250;

/** Presses Tab from the top of the page until it comes round, and gives each stop to `at`, called by what it is. */
const walk = async (page: Page, at: (stop: string) => Promise<void>): Promise<readonly string[]> => {
  await page.evaluate(() => {
    const { body } = document;
    const before = body.getAttribute('tabindex');
    body.tabIndex = -1;
    body.focus();
    if (before === null) body.removeAttribute('tabindex');
    else body.setAttribute('tabindex', before);
    window.scrollTo({ top: 0, behavior: 'instant' });
  });
  const visited = await page.evaluateHandle(() => new Set<Element>());
  const stops: string[] = [];
  while (stops.length < most) {
    await page.keyboard.press('Tab');
    const stop = await arriveAt(page, visited);
    if (stop === undefined) break;
    stops.push(stop);
    await at(stop);
  }
  await visited.dispose();
  if (stops.length === 0) throw new Error(`Nothing at ${page.url()} can be reached by the keyboard.`);
  return stops;
};

/** What the focus is on, once it has come to rest; nothing where it left the page or came round. */
const arriveAt = (page: Page, visited: Visited): Promise<string | undefined> =>
  page.evaluate(async (been) => {
    const focused = document.activeElement;
    if (!focused || focused === document.body || been.has(focused)) return undefined;
    been.add(focused);
    // A page may still be scrolling there.
    for (let top = NaN, still = 0, frames = 0; still < 2 && frames < 60; frames++) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = focused.getBoundingClientRect().top;
      still = now === top ? still + 1 : 0;
      top = now;
    }
    const label = focused.getAttribute('aria-label') ?? focused.textContent ?? '';
    const role = focused.getAttribute('role') ?? focused.getAttribute('type');
    const id = focused.id ? `#${focused.id}` : '';
    return `<${focused.tagName.toLowerCase()}${role ? ` ${role}` : ''}${id}> "${label.replace(/\s+/g, ' ').trim().slice(0, 60)}"`;
  }, visited);

/** Whether the focused element has an outline one can see. */
const hasOutline = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused) return false;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(focused);
    const { width, height } = focused.getBoundingClientRect();
    const seen = width > 4 && height > 4 && !/rgba\(.*, 0\)|transparent/.test(outlineColor);
    return seen && (outlineStyle === 'auto' || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2));
  });

/** Whether the page looks different without the focus: for rings that a label or a neighbour draws. */
const looksFocused = async (page: Page): Promise<boolean> => {
  const picture = () => page.screenshot({ animations: 'disabled', caret: 'hide' });
  const focused = await picture();
  const element = await page.evaluateHandle(() => document.activeElement);
  await element.evaluate((each) => each instanceof HTMLElement && each.blur());
  const blurred = await picture();
  await element.evaluate((each) => each instanceof HTMLElement && each.focus({ preventScroll: true }));
  await element.dispose();
  return !focused.equals(blurred);
};

/** Fails, naming each stop, where the focus cannot be seen on the way through the page by Tab (WCAG 2.4.7). Gives the stops. */
export const focusIsVisible = async (page: Page): Promise<readonly string[]> => {
  const unseen: string[] = [];
  const stops = await walk(page, async (stop) => {
    if (!(await hasOutline(page)) && !(await looksFocused(page))) unseen.push(stop);
  });
  if (unseen.length > 0) throw new Error(`The focus cannot be seen on:\n${unseen.join('\n')}`);
  await checked(page, 'focusIsVisible');
  return stops;
};

/** Whether some part of the focused element, or of its label, is in view with nothing in front of it. */
const inView = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused) return false;
    const labels = focused instanceof HTMLInputElement ? [...(focused.labels ?? [])] : [];
    return [focused, ...labels].some((element) =>
      [...element.getClientRects()].some(({ left, top, width, height }) =>
        [0.1, 0.5, 0.9].some((across) =>
          [0.1, 0.5, 0.9].some((down) => {
            const hit = document.elementFromPoint(left + width * across, top + height * down);
            if (!hit || hit === document.body || hit === document.documentElement) return false;
            return element.contains(hit) || hit.contains(element);
          }),
        ),
      ),
    );
  });

/** Fails, naming each stop, where the focused element is wholly hidden, say by a sticky header (WCAG 2.4.11). */
export const focusNotObscured = async (page: Page): Promise<void> => {
  const hidden: string[] = [];
  await walk(page, async (stop) => {
    if (!(await inView(page))) hidden.push(stop);
  });
  if (hidden.length > 0) throw new Error(`The focused element is hidden:\n${hidden.join('\n')}`);
  await checked(page, 'focusNotObscured');
};
