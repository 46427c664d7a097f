import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signInAs, type SignedInClient } from '@exeat/auth';
import { AdjustableClock } from '../clock/adjustable-clock.js';
import { aNote, startTryHost, type TryHost } from './try-host.js';

describe('the development clock', () => {
  let on: TryHost;
  let admin: SignedInClient;
  beforeAll(async () => {
    on = await startTryHost({ environment: { REQUESTS_PER_MINUTE: '40' } });
    admin = await signInAs(on.url, 'alex-thorne');
  }, 60_000);
  afterAll(() => on.stop());

  const set = async (at: unknown) => {
    const response = await admin.fetch('/api/v1/development/clock', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ at }),
    });
    return [response.status, (await response.json()) as { now?: string; code?: string }] as const;
  };

  it('can first be set into the past, then only forwards, and goes on by itself', async () => {
    const moved: string[] = [];
    on.clock.onMoved((now) => void moved.push(now));
    expect((await set('2026-02-01T09:00:00.000Z'))[0]).toBe(200);
    expect(on.clock.now()).toMatch(/^2026-02-01T09:00:0/);
    expect(await set('2026-01-01T00:00:00.000Z')).toMatchObject([409, { code: 'CLOCK_ONLY_FORWARDS' }]);
    expect((await set('2027-02-01T09:00:00.000Z'))[0]).toBe(200);
    expect(moved.map((now) => now.slice(0, 4))).toEqual(['2026', '2027']);
  });

  it('is told to whoever asks who they are', async () => {
    const { now } = (await (await admin.fetch('/api/v1/me')).json()) as { now: string };
    expect(now).toMatch(/^2027-02-01T09:0/);
  });

  it('is kept over a restart, and can be given back to real time', async () => {
    expect((await AdjustableClock.load(on.pool)).now()).toMatch(/^2027-02-01T09:0/);
    await set(null);
    expect(Math.abs(Date.parse(on.clock.now()) - Date.now())).toBeLessThan(1_000);
    expect((await AdjustableClock.load(on.pool)).isSet).toBe(false);
  });

  it('is not set by somebody else, nor to nonsense', async () => {
    const nora = await signInAs(on.url, 'nora-vance');
    expect((await nora.fetch('/api/v1/development/clock', { method: 'PUT' })).status).toBe(403);
    expect((await set('tomorrow'))[0]).toBe(422);
  });

  it('and the API at large bounds how often one address asks', async () => {
    const asked = await Promise.all(Array.from({ length: 50 }, () => admin.fetch('/api/v1/me')));
    const turnedAway = asked.find(({ status }) => status === 429);
    expect(turnedAway?.headers.get('content-type')).toMatch('application/problem+json');
    expect(Number(turnedAway?.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('health', () => {
  it('says which dependency is missing, and stays alive; requests say that the store is away', async () => {
    const listeners: { wrong?: string } = {};
    const on = await startTryHost({ dependencies: [{ name: 'listeners', check: async () => listeners.wrong }] });
    const nora = await signInAs(on.url, 'nora-vance');
    const health = async (path: string) => {
      const response = await fetch(`${on.url}/health/${path}`);
      return [
        response.status,
        (await response.json()) as { dependencies?: unknown; errors?: { detail: string }[] },
      ] as const;
    };
    expect(await health('live')).toEqual([200, { status: 'ok' }]);
    expect(await health('ready')).toEqual([200, { status: 'ok', dependencies: ['postgres', 'listeners'] }]);

    listeners.wrong = 'have stopped at position 17';
    expect((await health('ready'))[1].errors).toEqual([
      { code: 'NOT_READY', detail: 'listeners have stopped at position 17' },
    ]);

    await on.pool.end();
    const [status, { errors }] = await health('ready');
    expect([status, errors?.map(({ detail }) => detail)]).toEqual([
      503,
      expect.arrayContaining(['postgres does not answer']),
    ]);
    expect((await health('live'))[0]).toBe(200);

    // Past the second for which a session is remembered.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const response = await nora.fetch('/api/v1/notes', aNote());
    expect([response.status, await response.json()]).toMatchObject([503, { code: 'STORE_UNAVAILABLE' }]);
    expect(response.headers.get('retry-after')).toBe('2');
    await on.stop();
  }, 60_000);
});

describe('stopping', () => {
  it('goes in order: not ready, then what was added, last first', async () => {
    const on = await startTryHost();
    const order: string[] = [];
    on.host.beforeEnd('postgres', async () => void order.push('postgres'));
    on.host.beforeEnd('listeners', async () => void order.push('listeners'));
    await Promise.all([on.host.close(), on.host.close()]);
    expect(order).toEqual(['listeners', 'postgres']);
    await expect(fetch(`${on.url}/health/live`)).rejects.toThrow();
    await on.stop();
  }, 60_000);
});
