import { appendFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

type Figures = Readonly<Record<string, number>>;

/** Puts figures with those that the run prints at its end. Times are told and never asserted: machines differ. */
export const tell = async (name: string, figures: Figures): Promise<void> => {
  const file = process.env['EXEAT_MEASURES'];
  const line = JSON.stringify({ name, figures });
  if (file) await appendFile(file, `${line}\n`);
  else console.log(line);
};

export interface FirstLoad {
  /** As they came over the wire, compressed, headers included. */
  readonly scriptBytes: number;
  readonly styleBytes: number;
  readonly allBytes: number;
  readonly requests: number;
  /** Milliseconds until the largest part of the first view was painted. */
  readonly largestPaintMs: number;
}

/** Loads a path as a browser does that has never been there, waits until nothing more comes, and tells the figures. */
export const measureFirstLoad = async (page: Page, name: string, path: string): Promise<FirstLoad> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  const kinds = new Map<string, string>();
  const bytes = new Map<string, number>();
  let lastAt = performance.now();
  let requests = 0;
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  session.on('Network.requestWillBeSent', () => (requests += 1));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? 'Other';
    bytes.set(kind, (bytes.get(kind) ?? 0) + encodedDataLength);
    lastAt = performance.now();
  });
  await page.goto(new URL(path, page.url()).href, { waitUntil: 'load' });
  for (const until = performance.now() + 10_000; performance.now() - lastAt < 600 && performance.now() < until;)
    await page.waitForTimeout(100);
  await session.detach();

  const largestPaintMs = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let last = 0;
        new PerformanceObserver((list) => {
          for (const { startTime } of list.getEntries()) last = startTime;
        }).observe({ type: 'largest-contentful-paint', buffered: true });
        setTimeout(() => resolve(last), 200);
      }),
  );
  const load: FirstLoad = {
    scriptBytes: bytes.get('Script') ?? 0,
    styleBytes: bytes.get('Stylesheet') ?? 0,
    allBytes: [...bytes.values()].reduce((sum, each) => sum + each, 0),
    requests,
    largestPaintMs: Math.round(largestPaintMs),
  };
  await tell(`first load of ${name}`, { ...load });
  return load;
};

export interface Scrolling {
  readonly frames: number;
  /** Frames that took more than 50 ms. */
  readonly longFrames: number;
  readonly longestMs: number;
}

/** Turns the wheel over the middle of the page, or of `over`, and tells how long its frames took. */
export const measureScrolling = async (
  page: Page,
  name: string,
  { over, pixels = 12_000 }: { over?: string; pixels?: number } = {},
): Promise<Scrolling> => {
  const box = over === undefined ? null : await page.locator(over).boundingBox();
  const view = page.viewportSize() ?? { width: 0, height: 0 };
  const { x, y, width, height } = box ?? { x: 0, y: 0, ...view };
  await page.mouse.move(x + width / 2, Math.min(y + height / 2, view.height - 10));
  return measureFrames(page, `scrolling ${name}`, async () => {
    for (let turned = 0; turned < pixels; turned += 240) {
      await page.mouse.wheel(0, 240);
      await page.waitForTimeout(16);
    }
  });
};

/** Does something on the page, and tells how long the frames took meanwhile. */
export const measureFrames = async (page: Page, name: string, act: () => Promise<void>): Promise<Scrolling> => {
  const frames = await page.evaluateHandle(() => {
    const took: number[] = [];
    let last = performance.now();
    const state = { took, over: false };
    const next = () => {
      if (state.over) return;
      const now = performance.now();
      took.push(now - last);
      last = now;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
    return state;
  });
  await act();
  const took = await frames.evaluate((state) => {
    state.over = true;
    return state.took.slice(1);
  });
  await frames.dispose();
  const scrolling: Scrolling = {
    frames: took.length,
    longFrames: took.filter((each) => each > 50).length,
    longestMs: Math.round(Math.max(0, ...took)),
  };
  await tell(name, { ...scrolling });
  return scrolling;
};
