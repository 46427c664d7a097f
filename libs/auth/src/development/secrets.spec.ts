import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { machinePersonas } from './personas.js';
import { developmentSecrets, developmentSecretsFile } from './secrets.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exeat-secrets-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the secrets of the development provider', () => {
  it('are made at first start, for their owner alone, and kept', async () => {
    const made = await developmentSecrets(folder);
    expect((await stat(developmentSecretsFile(folder))).mode & 0o777).toBe(0o600);
    expect(await developmentSecrets(folder)).toEqual(made);
    expect(Object.keys(made.machineSecrets)).toEqual(machinePersonas.map(({ clientId }) => clientId));
  });

  it('differ from one installation to the next', async () => {
    const other = await mkdtemp(join(tmpdir(), 'exeat-secrets-'));
    const [one, two] = await Promise.all([developmentSecrets(folder), developmentSecrets(other)]);
    await rm(other, { recursive: true, force: true });
    expect(one.clientSecret).not.toBe(two.clientSecret);
    expect(one.signingKey).not.toEqual(two.signingKey);
  });

  it('gain one for a machine client that was added since, and keep the others', async () => {
    const made = await developmentSecrets(folder);
    const [added = ''] = Object.keys(made.machineSecrets);
    const { [added]: _, ...older } = made.machineSecrets;
    const file = developmentSecretsFile(folder);
    await writeFile(file, JSON.stringify({ ...made, machineSecrets: older }));
    const now = await developmentSecrets(folder);
    expect(now.machineSecrets[added]).toHaveLength(43);
    expect(now).toMatchObject({ clientSecret: made.clientSecret, machineSecrets: older });
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(now);
  });
});
