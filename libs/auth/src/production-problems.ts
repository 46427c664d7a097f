import type { Pool } from 'pg';

/** What decides whether a start is fit for production. */
export interface ProductionConfig {
  readonly publicUrl: string;
  readonly developmentProvider: boolean;
  readonly issuer: string;
  readonly clientSecret: string;
  readonly sessionSecret: string;
  readonly databaseRole: DatabaseRole;
}

/** What the role may do under which the application serves. */
export interface DatabaseRole {
  readonly name: string;
  readonly superuser: boolean;
  /** Sees rows whatever the row policies say. */
  readonly bypassesRowSecurity: boolean;
  /** Owns the facts (or would, where there are none yet), or may change or remove them. */
  readonly mayChangeFacts: boolean;
}

const shortest = 32;
/** Words of which example secrets are made; a real one is random. */
const placeholder = /change|secret|password|default|example|development|exeat|admin|test/i;

/**
 * All that forbids this configuration in production; empty where nothing does. Start is refused with the whole list. What
 * is not known is not judged.
 */
export const productionProblems = (config: Partial<ProductionConfig>): readonly string[] => [
  ...(config.developmentProvider ? ['DEVELOPMENT_PROVIDER is on: anybody could sign in as anybody.'] : []),
  ...withoutTls('PUBLIC_URL', config.publicUrl),
  ...withoutTls('OIDC_ISSUER', config.issuer),
  ...weakSecret('SESSION_SECRET', config.sessionSecret),
  ...weakSecret('OIDC_CLIENT_SECRET', config.clientSecret),
  ...(config.databaseRole ? roleProblems(config.databaseRole) : []),
];

const withoutTls = (variable: string, url: string | undefined): string[] =>
  url === undefined || (URL.canParse(url) && new URL(url).protocol === 'https:')
    ? []
    : [`${variable} must be an address with https.`];

const weakSecret = (variable: string, secret: string | undefined): string[] => {
  if (secret === undefined) return [];
  if (secret.length < shortest) return [`${variable} must have at least ${shortest} characters.`];
  const dull = new Set(secret).size < 10;
  return dull || placeholder.test(secret) ? [`${variable} looks like a placeholder; use a random value.`] : [];
};

const roleProblems = ({ name, superuser, bypassesRowSecurity, mayChangeFacts }: DatabaseRole): string[] => [
  ...(superuser ? [`DATABASE_URL: the role ${name} is a superuser.`] : []),
  ...(bypassesRowSecurity && !superuser ? [`DATABASE_URL: the role ${name} bypasses row security.`] : []),
  ...(mayChangeFacts && !superuser ? [`DATABASE_URL: the role ${name} owns the facts or may change them.`] : []),
];

/** Asks the database what the role of these connections may do. */
export const databaseRoleOf = async (pool: Pick<Pool, 'query'>): Promise<DatabaseRole> => {
  const { rows } = await pool.query<DatabaseRole>(`
    SELECT r.rolname AS name, r.rolsuper AS superuser, r.rolbypassrls AS "bypassesRowSecurity",
           EXISTS (
             SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE n.nspname = 'es' AND c.relkind IN ('r', 'p')
               AND (pg_has_role(r.oid, c.relowner, 'MEMBER')
                    OR has_table_privilege(r.oid, c.oid, 'UPDATE, DELETE, TRUNCATE'))
           ) OR (
             NOT EXISTS (SELECT FROM pg_namespace WHERE nspname = 'es')
             AND has_database_privilege(r.oid, current_database(), 'CREATE')
           ) AS "mayChangeFacts"
    FROM pg_roles r WHERE r.rolname = current_user`);
  const [role] = rows;
  if (!role) throw new Error('The database does not say who we are.');
  return role;
};
