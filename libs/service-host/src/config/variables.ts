import { z } from 'zod';

/** One environment variable that Exeat reads. */
export interface Variable<Schema extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly purpose: string;
  /** From text to value. */
  readonly schema: Schema;
  /** What it is where nobody sets it, outside production or where production needs no other. */
  readonly local?: string;
  /** Production does not start without it. */
  readonly requiredInProduction?: true;
  /** Never printed. */
  readonly secret?: true;
}

const variable = <const Each extends Variable>(each: Each): Each => each;

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,10}$/, 'a whole number')
    .transform(Number)
    .refine((number) => number >= least && number <= most, `a whole number from ${least} to ${most}`);
const flag = z.enum(['on', 'off']).transform((value) => value === 'on');
const origin = z
  .url({ protocol: /^https?$/ })
  .refine(
    (url) => new URL(url).pathname === '/' && !url.endsWith('/'),
    'an address without a path, such as http://localhost:3000',
  );
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ });
const text = z.string().min(1);

/** Every variable there is. The documentation and docker-compose.yml are checked against this table. */
export const variables = {
  host: variable({ name: 'HOST', purpose: 'Address to listen on.', schema: text, local: '127.0.0.1' }),
  port: variable({ name: 'PORT', purpose: 'Port to listen on.', schema: wholeNumber(1, 65_535), local: '3000' }),
  publicUrl: variable({
    name: 'PUBLIC_URL',
    purpose: 'Where people reach Exeat. Cookies, redirects and the cross-site check follow it.',
    schema: origin,
    local: 'http://localhost:3000',
    requiredInProduction: true,
  }),
  trustedProxies: variable({
    name: 'TRUSTED_PROXIES',
    purpose: 'How many proxies stand before Exeat; forwarded headers of no more are believed.',
    schema: wholeNumber(0, 10),
    local: '0',
  }),
  dataFolder: variable({
    name: 'DATA_FOLDER',
    purpose: 'Folder for what is kept in files: the embedded database, and keys made in development.',
    schema: text,
    local: '.exeat',
  }),
  documentsFolder: variable({
    name: 'DOCUMENTS_FOLDER',
    purpose:
      'Folder for the documents of applications, by their digests. Part of every backup; in DATA_FOLDER unless set.',
    schema: text,
    local: '.exeat/documents',
  }),
  databaseUrl: variable({
    name: 'DATABASE_URL',
    purpose: 'Postgres, as the role that serves (exeat_app). Without it an embedded server is started.',
    schema: postgresUrl,
    requiredInProduction: true,
    secret: true,
  }),
  databaseOwnerUrl: variable({
    name: 'DATABASE_OWNER_URL',
    purpose: 'Postgres, as the role that runs migrations (exeat_owner). Used at start only.',
    schema: postgresUrl,
    requiredInProduction: true,
    secret: true,
  }),
  databasePool: variable({
    name: 'DATABASE_POOL',
    purpose: 'Connections kept to Postgres, at most.',
    schema: wholeNumber(2, 200),
    local: '16',
  }),
  sessionSecret: variable({
    name: 'SESSION_SECRET',
    purpose: 'Signs session cookies. In development one is made at first start.',
    schema: text,
    requiredInProduction: true,
    secret: true,
  }),
  sessionIdleMinutes: variable({
    name: 'SESSION_IDLE_MINUTES',
    purpose: 'A session ends after so long without a request.',
    schema: wholeNumber(1, 480),
    local: '15',
  }),
  sessionAbsoluteHours: variable({
    name: 'SESSION_ABSOLUTE_HOURS',
    purpose: 'A session ends so long after signing in, used or not.',
    schema: wholeNumber(1, 24),
    local: '12',
  }),
  developmentProvider: variable({
    name: 'DEVELOPMENT_PROVIDER',
    purpose: 'Serves an identity provider with invented people. Production refuses it.',
    schema: flag,
    local: 'on',
    requiredInProduction: true,
  }),
  issuer: variable({
    name: 'OIDC_ISSUER',
    purpose: 'The OpenID provider people sign in at. The development provider knows its own.',
    schema: z.url({ protocol: /^https?$/ }),
    requiredInProduction: true,
  }),
  clientId: variable({
    name: 'OIDC_CLIENT_ID',
    purpose: "Exeat's client id at the provider.",
    schema: text,
    requiredInProduction: true,
  }),
  clientSecret: variable({
    name: 'OIDC_CLIENT_SECRET',
    purpose: "Exeat's client secret at the provider.",
    schema: text,
    requiredInProduction: true,
    secret: true,
  }),
  audience: variable({
    name: 'OIDC_AUDIENCE',
    purpose: 'The audience that access tokens of machine clients must name.',
    schema: text,
    requiredInProduction: true,
  }),
  rolesClaim: variable({
    name: 'OIDC_ROLES_CLAIM',
    purpose: 'The claim that lists roles.',
    schema: text,
    local: 'roles',
  }),
  organisationClaim: variable({
    name: 'OIDC_ORGANISATION_CLAIM',
    purpose: 'The claim that names the company or agency.',
    schema: text,
    local: 'organisation',
  }),
  organisationsFile: variable({
    name: 'ORGANISATIONS_FILE',
    purpose: 'A JSON file with names of companies and agencies by id, beside those Exeat knows.',
    schema: text,
  }),
  requestsPerMinute: variable({
    name: 'REQUESTS_PER_MINUTE',
    purpose: 'Requests of one address to the API in a minute, at most; 0 is no limit.',
    schema: wholeNumber(0, 100_000_000),
    local: '60000',
  }),
  signInsPerMinute: variable({
    name: 'SIGN_INS_PER_MINUTE',
    purpose: 'Requests of one address to sign-in in a minute, at most; 0 is no limit.',
    schema: wholeNumber(0, 1_000_000),
    local: '600',
  }),
  seedDemo: variable({
    name: 'SEED_DEMO',
    purpose: 'Plays the demo cases into a new installation; with the development provider only.',
    schema: flag,
    local: 'on',
  }),
  logLevel: variable({
    name: 'LOG_LEVEL',
    purpose: 'How much is logged.',
    schema: z.enum(['silent', 'error', 'warn', 'info', 'debug']),
    local: 'info',
  }),
} as const;

/** The mode is read from either; both are looked at, so that neither can hide the other. */
export const modeVariables = ['EXEAT_MODE', 'NODE_ENV'] as const;
