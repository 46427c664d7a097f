import type { BrowserContext } from 'playwright-core';

/** What went wrong in a page although nobody asked for it. */
export interface Trouble {
  readonly whose: string;
  readonly what: string;
}

declare global {
  interface Window {
    readonly tellTrouble: (what: string) => Promise<void>;
    /** Everything that a live region has said since the page was loaded. */
    readonly heard: string[];
  }
}

/** What is to be complained about: trouble that nobody expected, and expected trouble that did not come. */
export const complaintsOf = (troubles: readonly Trouble[], expected: readonly RegExp[]): readonly string[] => [
  ...troubles
    .filter(({ what }) => !expected.some((pattern) => pattern.test(what)))
    .map(({ whose, what }) => `${whose}: ${what}`),
  ...expected
    .filter((pattern) => !troubles.some(({ what }) => pattern.test(what)))
    .map((pattern) => `expected trouble did not come: ${String(pattern)}`),
];

/** Runs in the page before its own scripts, whatever its content security policy says. */
const listenInPage = () => {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => {
    const where = sourceFile ? ` in ${sourceFile}:${lineNumber}` : '';
    void window.tellTrouble(`content security policy: ${violatedDirective} forbids ${blockedURI}${where}`);
  });

  const heard: string[] = [];
  Object.defineProperty(window, 'heard', { value: heard });
  const region = '[aria-live]:not([aria-live="off"]), [role="status"], [role="alert"], [role="log"]';
  const elementOf = (node: Node) => (node instanceof Element ? node : node.parentElement);
  const hear = (said: string) => {
    const words = said.replace(/\s+/g, ' ').trim();
    if (words !== '') heard.push(words);
  };
  new MutationObserver((mutations) => {
    const whole = new Set<Element>();
    for (const { type, target, addedNodes } of mutations) {
      const live = elementOf(target)?.closest(region);
      if (live && type === 'characterData') whole.add(live);
      for (const added of addedNodes) {
        const inside = added instanceof Element ? [...added.querySelectorAll(region)] : [];
        if (!live && added instanceof Element && added.matches(region)) whole.add(added);
        else if (!live) inside.forEach((each) => whole.add(each));
        else if (live.matches('[role="log"], [aria-atomic="false"]')) hear(added.textContent ?? '');
        else whole.add(live);
      }
    }
    for (const each of whole) hear(each.textContent ?? '');
  }).observe(document, { subtree: true, childList: true, characterData: true });
};

/**
 * Notes down whatever a page of this context does that no page should do: errors on the console and in scripts, what the
 * content security policy had to forbid, and requests to other hosts.
 */
export const watch = async (context: BrowserContext, whose: string, own: string, troubles: Trouble[]) => {
  const note = (what: string) => void troubles.push({ whose, what });
  await context.exposeFunction('tellTrouble', note);
  await context.addInitScript(listenInPage);
  context.on('console', (message) => {
    const { url, lineNumber } = message.location();
    if (message.type() === 'error') note(`console: ${message.text()} (${url.replace(own, '')}:${lineNumber})`);
  });
  context.on('weberror', (error) => note(`script: ${error.error().stack ?? error.error().message}`));
  context.on('page', (page) => page.on('crash', () => note('the page crashed')));
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (!['data:', 'blob:', 'about:'].includes(protocol) && origin !== own)
      note(`other host: ${request.method()} ${request.url()}`);
  });
};
