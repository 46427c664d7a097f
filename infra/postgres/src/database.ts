import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFile } from '@exeat/project-files';
import pg from 'pg';

/** How to reach one database as each of its roles. */
export interface DatabaseUrls {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly superuserUrl: string;
}

interface Passwords {
  readonly exeat_owner: string;
  readonly exeat_app: string;
}

/** Passwords of the two roles, made at the first start and kept beside the cluster, readable by its owner alone. */
export const keptPasswords = async (folder: string): Promise<Passwords> => {
  const file = join(folder, 'role-passwords.json');
  if (!existsSync(file)) {
    const fresh: Passwords = { exeat_owner: secret(), exeat_app: secret() };
    const draft = `${file}.${process.pid}`;
    await writeFile(draft, JSON.stringify(fresh), { mode: 0o600 });
    await rename(draft, file);
  }
  return JSON.parse(await readFile(file, 'utf8')) as Passwords;
};

/** Creates the database where it is missing, its roles, and sets their passwords. Safe to repeat. */
export const prepareDatabase = async (
  superuserUrl: (database?: string) => string,
  database: string,
  passwords: Passwords,
): Promise<DatabaseUrls> => {
  await withClient(superuserUrl(), async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`);
  });
  await withClient(superuserUrl(database), async (client) => {
    // Roles belong to the whole cluster: two preparations at once must not meet in them.
    await client.query('select pg_advisory_lock(724300001)');
    await client.query(await readFile(projectFile('infra/postgres/roles.sql'), 'utf8'));
    for (const [role, password] of Object.entries(passwords))
      await client.query(
        `alter role ${client.escapeIdentifier(role)} password ${client.escapeLiteral(String(password))}`,
      );
  });
  const as = (role: keyof Passwords): string => {
    const url = new URL(superuserUrl(database));
    url.username = role;
    url.password = passwords[role];
    return url.href;
  };
  return { ownerUrl: as('exeat_owner'), appUrl: as('exeat_app'), superuserUrl: superuserUrl(database) };
};

export const dropDatabase = (superuserUrl: (database?: string) => string, database: string): Promise<void> =>
  withClient(superuserUrl(), async (client) => {
    await client.query(`drop database if exists ${client.escapeIdentifier(database)} with (force)`);
  });

/** Makes a database as another one is. Nobody may be connected to that one. */
export const copyDatabase = (superuserUrl: (database?: string) => string, from: string, to: string): Promise<void> =>
  withClient(superuserUrl(), async (client) => {
    await client.query(`create database ${client.escapeIdentifier(to)} template ${client.escapeIdentifier(from)}`);
  });

/**
 * Fills a database where there is none of this family and fingerprint, one filler at a time, and gives its name. A
 * filling that is cut short leaves none. Older ones of the family are dropped.
 */
export const fillDatabase = async (
  superuserUrl: (database?: string) => string,
  family: string,
  fingerprint: string,
  fill: (draft: string) => Promise<void>,
): Promise<string> => {
  const name = `${family}_${fingerprint}`;
  await withClient(superuserUrl(), async (client) => {
    // Held until the session ends.
    await client.query('select pg_advisory_lock(724300002, hashtext($1))', [family]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount) return;
    const { rows: old } = await client.query<{ datname: string }>(
      `select datname from pg_database where starts_with(datname, $1)
       and (pg_stat_file(format('base/%s/PG_VERSION', oid))).modification < now() - interval '2 hours'`,
      [`${family}_`],
    );
    const draft = `${name}_draft`;
    for (const { datname } of [...old, { datname: draft }]) await dropDatabase(superuserUrl, datname);
    await fill(draft);
    await client.query(`alter database ${client.escapeIdentifier(draft)} rename to ${client.escapeIdentifier(name)}`);
  });
  return name;
};

const withClient = async (connectionString: string, use: (client: pg.Client) => Promise<void>): Promise<void> => {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
};

const secret = (): string => randomBytes(24).toString('base64url');
