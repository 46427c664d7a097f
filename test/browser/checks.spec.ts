import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { announced, announcements } from './announcements.js';
import { axe } from './axe.js';
import { focusIsVisible, focusNotObscured } from './keyboard.js';
import { reducedMotion, reflows, targetSizes } from './layout.js';
import { measureScrolling } from './measure.js';
import { browserStage } from './stage.js';
import { complaintsOf } from './watch.js';

const stage = browserStage();

const head = '<title>Tried</title><meta name="viewport" content="width=device-width">';
const pageWith = async (body: string, style = '') => {
  const page = await stage.visit({ at: 'about:blank' });
  await page.setContent(
    `<!doctype html><html lang="en"><head>${head}<style>${style}</style></head><body>${body}</body>`,
  );
  return page;
};
const ring = ':focus-visible { outline: 3px solid #00f; }';

interface Check {
  readonly name: string;
  readonly check: (page: Page) => Promise<unknown>;
  readonly good: readonly [body: string, style?: string];
  readonly bad: readonly [body: string, style?: string];
  readonly says: RegExp;
}

const checks: readonly Check[] = [
  {
    name: 'axe names the element',
    check: axe,
    good: ['<main><h1>A</h1><label>B <input></label></main>'],
    bad: ['<main><h1>A</h1><input id="nameless"></main>'],
    says: /label: .*\n {2}#nameless\n/,
  },
  {
    name: 'a page too wide',
    check: reflows,
    good: ['<p>a</p><div style="overflow-x:auto"><table><tr><td style="min-width:900px">b</table></div>'],
    bad: ['<p id="wide" style="width:500px">a</p>'],
    says: /the page is 5\d\d px wide\n<p#wide> "a" ends at 5\d\d px/,
  },
  {
    name: 'a frame of text that scrolls sideways',
    check: reflows,
    good: ['<div style="overflow-x:auto"><p>a</p></div>'],
    bad: ['<div id="frame" style="overflow-x:auto"><p style="width:500px">a</p></div>'],
    says: /<div#frame> "a" scrolls sideways/,
  },
  {
    name: 'a target too small',
    check: targetSizes,
    good: ['<p>See <a href="#a">a</a> here</p><button style="width:24px;height:24px">b</button>'],
    bad: ['<button style="width:20px;height:24px;padding:0">b</button>'],
    says: /<button> "b" is 20\.0 x 24\.0 px/,
  },
  {
    name: 'a focus nobody sees',
    check: focusIsVisible,
    good: [
      '<button>a</button><input type="checkbox" id="c" style="position:absolute;left:-999em"><label for="c">c</label>',
      `${ring} #c:focus + label { box-shadow: 0 0 0 3px #00f; }`,
    ],
    bad: ['<button>a</button><button id="b">b</button>', `${ring} #b:focus-visible { outline: none; }`],
    says: /<button#b> "b"$/,
  },
  {
    name: 'a focus behind a sticky header',
    check: focusNotObscured,
    good: ['<button>a</button>'],
    bad: [
      '<header style="position:fixed;inset:0 0 auto 0;height:90px;background:#fff;z-index:1">c</header><button>a</button>',
    ],
    says: /<button> "a"$/,
  },
  {
    name: 'a motion',
    check: reducedMotion,
    good: ['<p>a</p>', '@media (prefers-reduced-motion: no-preference) { p { transition: transform 1s; } }'],
    bad: ['<p>a</p>', 'p { transition: transform 1s; }'],
    says: /<p>: transition of transform/,
  },
];

describe('the checks of pages', () => {
  it.each(checks)('notice $name, and only that', async ({ check, good, bad, says }) => {
    await check(await pageWith(...good));
    await expect(check(await pageWith(...bad))).rejects.toThrow(says);
  });

  it('hear what live regions say', async () => {
    const page = await pageWith('<div role="status" id="s"></div><div aria-live="off" id="o"></div>');
    await page.evaluate(() => {
      document.querySelector('#s')!.textContent = 'Saved';
      document.querySelector('#o')!.textContent = 'Quiet';
    });
    await announced(page, /^Saved$/);
    await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p role="alert">Lost the server</p>'));
    await announced(page, /lost/i);
    expect(await announcements(page)).toEqual(['Saved', 'Lost the server']);
    await page.evaluate(() => void (document.querySelector('#s')!.firstChild!.nodeValue = 'Saved again'));
    await announced(page, /again/);
  });

  it('time the frames of scrolling', async () => {
    const page = await pageWith('<p style="height:9000px">a</p>');
    const { frames } = await measureScrolling(page, 'a tall page', { pixels: 2_000 });
    expect(frames).toBeGreaterThan(3);
    expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(1_000);
  });
});

describe('a page with trouble', () => {
  it('is found out: on the console, in a script, against the security policy, towards another host', async () => {
    for (const expected of [
      /^console: beyond repair/,
      /^script: .*thrown on purpose/,
      /^content security policy: script-src-elem forbids inline/,
      /^console: .*Content Security Policy/,
      /^other host: GET http:\/\/elsewhere\.invalid\/a/,
      /^console: .*ERR_NAME_NOT_RESOLVED|^console: .*Refused to connect|^console: .*violates/,
      /^content security policy: connect-src/,
      /^console: .*404/,
    ])
      stage.expectTrouble(expected);
    const page = await stage.visit({ at: '/api/v1/docs' });
    await page.evaluate(() => {
      console.error('beyond repair');
      setTimeout(() => {
        throw new Error('thrown on purpose');
      });
      document.body.append(Object.assign(document.createElement('script'), { textContent: '1' }));
      return Promise.allSettled([fetch('http://elsewhere.invalid/a'), fetch('/api/v1/nowhere')]);
    });
    await page.goto('http://elsewhere.invalid/a').catch(() => undefined);
  });

  it('is complained about where nobody expected it, and where it was expected and did not come', () => {
    const troubles = [
      { whose: 'Nora Vance', what: 'console: 409' },
      { whose: 'Nora Vance', what: 'console: 500' },
    ];
    expect(complaintsOf(troubles, [/409/, /412/])).toEqual([
      'Nora Vance: console: 500',
      'expected trouble did not come: /412/',
    ]);
    expect(complaintsOf([], [])).toEqual([]);
  });
});
