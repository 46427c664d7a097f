import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { developmentSecrets, personas, signInAs, signInAsClient } from '@exeat/auth';
import { aNote, startTryHost, type TryHost } from './try-host.js';

let on: TryHost;
beforeAll(async () => {
  on = await startTryHost();
}, 60_000);
afterAll(() => on.stop());

describe('signing in', () => {
  it.each(personas.map(({ id }) => id))('lets %s in through the real redirects', async (id) => {
    const client = await signInAs(on.url, id);
    const me = (await (await client.fetch('/api/v1/me')).json()) as { actor: { id: string }; permissions: string[] };
    expect(me.actor.id).toBe(id);
    expect(me.permissions.length).toBeGreaterThan(0);
  });

  it.each([
    ['owen-hale', 'single-factor'],
    ['nora-vance', 'multi-factor'],
    ['rosa-delgado', 'multi-factor'],
  ])('remembers how strongly %s was authenticated: %s', async (id, assurance) => {
    const me = await (await signInAs(on.url, id)).fetch('/api/v1/me');
    expect(await me.json()).toMatchObject({ actor: { id, assurance } });
  });

  it('lets a machine client in by its secret', async () => {
    const { machineSecrets } = await developmentSecrets(on.dataFolder);
    const client = await signInAsClient(on.url, 'northgate-erp', machineSecrets['northgate-erp']!);
    const response = await client.fetch('/api/v1/notes', aNote());
    expect([response.status, await response.json()]).toEqual([201, expect.objectContaining({ version: 1 })]);
    expect(response.headers.get('etag')).toBe('"1"');
  });
});
