import { describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { configurationTable } from '../../libs/service-host/src/config/configuration-table.js';
import { modeVariables } from '../../libs/service-host/src/config/variables.js';
import { root, textOf } from './tree.js';

interface Service {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly environment: Readonly<Record<string, string | number>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

const text = textOf('docker-compose.yml');
const { services, volumes } = parse(text) as Compose;
const { platform, postgres } = services as { platform: Service; postgres: Service };
const setting = (name: string) => {
  const value = platform.environment[name];
  return value === undefined ? configurationTable.find((row) => row.name === name)?.local : String(value);
};
/** Ours: whatever is built here reads the configuration table. */
const ours = Object.entries(services).filter(([, { build }]) => build);

/** Variables that whoever starts the composition has to give. */
const demanded = [...new Set([...text.matchAll(/\$\{(\w+):\?[^}]+\}/g)].map(([, name]) => name))].sort();

describe('docker-compose.yml', () => {
  it.each(ours)('sets for %s only variables that the code reads', (_, { environment }) => {
    const known = new Set<string>([...modeVariables, ...configurationTable.map(({ name }) => name)]);
    expect(Object.keys(environment).filter((name) => !known.has(name))).toEqual([]);
  });

  it.each(ours)('sets for %s everything that production requires', (_, { environment }) => {
    const required = configurationTable.filter(({ requiredInProduction }) => requiredInProduction);
    expect(required.length).toBeGreaterThan(5);
    expect(required.map(({ name }) => name).filter((name) => environment[name] === undefined)).toEqual([]);
    expect(environment['EXEAT_MODE']).toBe('production');
    expect(environment['DEVELOPMENT_PROVIDER']).toBe('off');
  });

  it('holds no secret: each is demanded from whoever starts it', () => {
    const secret = new Set(configurationTable.filter((row) => row.secret).map(({ name }) => name));
    const open = Object.values(services)
      .flatMap(({ environment }) => Object.entries(environment))
      .filter(([name]) => secret.has(name) || /PASSWORD|SECRET|TOKEN/.test(name))
      .filter(([, value]) => !/\$\{\w+:\?[^}]+\}/.test(String(value)));
    expect(open).toEqual([]);
    expect(text.match(/:\/\/\w+:[^$@\s]+@/g)).toBeNull();
  });

  it('demands what infra/compose/example.env lists, and nothing is filled in there', () => {
    const listed = [...textOf('infra/compose/example.env').matchAll(/^(\w+)=(.*)$/gm)];
    expect(listed.map(([, name]) => name).sort()).toEqual(demanded);
    expect(listed.filter(([, , value]) => value !== '')).toEqual([]);
  });

  it('reaches the database under the names that it has, as the roles that it has', () => {
    const roles = textOf('infra/postgres/roles.sql');
    for (const [variable, role] of [
      ['DATABASE_URL', 'exeat_app'],
      ['DATABASE_OWNER_URL', 'exeat_owner'],
    ] as const) {
      const url = new URL(String(platform.environment[variable]).replace(/\$\{[^}]+\}/g, 'given'));
      expect({ role: url.username, host: url.hostname, port: url.port, database: url.pathname }).toEqual({
        role,
        host: Object.keys(services).find((name) => services[name] === postgres),
        port: '5432',
        database: `/${postgres.environment['POSTGRES_DB']}`,
      });
      expect(roles).toContain(`CREATE ROLE ${role} LOGIN NOSUPERUSER`);
    }
  });

  it('gives the roles the passwords that the platform uses', () => {
    const sql = textOf('infra/compose/passwords.sql');
    for (const role of ['owner', 'app']) {
      const variable = `EXEAT_${role.toUpperCase()}_PASSWORD`;
      expect(Object.keys(postgres.environment)).toContain(variable);
      expect(sql).toContain(`\\getenv ${role} ${variable}`);
      expect(sql).toContain(`ALTER ROLE exeat_${role} PASSWORD :'${role}'`);
    }
  });

  it('opens the port that the platform listens on', () => {
    const port = setting('PORT');
    expect(setting('HOST')).toBe('0.0.0.0');
    expect(platform.ports?.map((mapping) => mapping.split(':').at(-1))).toEqual([port]);
    expect(textOf('infra/images/platform.Dockerfile')).toContain(`EXPOSE ${port}`);
  });

  it('asks for health where the platform answers it', () => {
    const asked = /http:\/\/127\.0\.0\.1:(\d+)\/(\w+)\/(\w+)/.exec(platform.healthcheck?.test.at(-1) ?? '');
    const controller = textOf('libs/service-host/src/health/health.http.ts');
    expect(asked?.[1]).toBe(setting('PORT'));
    expect(controller).toContain(`@Controller('${asked?.[2]}')`);
    expect(controller).toContain(`@Get('${asked?.[3]}')`);
  });

  it.each(Object.entries(services))('watches the health of %s, and waits for what it needs', (_, service) => {
    expect(service.healthcheck?.test.length).toBeGreaterThan(1);
    for (const [name, { condition }] of Object.entries(service.depends_on ?? {})) {
      expect(Object.keys(services)).toContain(name);
      expect(condition).toBe('service_healthy');
    }
  });

  it.each(Object.entries(services))(
    '%s: a pinned image, and mounts that exist',
    (_, { image, build, volumes: mounts = [] }) => {
      if (image) expect(image).toMatch(/:\d+\.\d+/);
      if (build) expect(existsSync(join(root, build.context, build.dockerfile))).toBe(true);
      for (const mount of mounts) {
        const [source = ''] = mount.split(':');
        expect(source.startsWith('.') ? existsSync(join(root, source)) : source in volumes).toBe(true);
      }
    },
  );
});

describe('the image of the platform', () => {
  const image = textOf('infra/images/platform.Dockerfile');

  it('runs as an ordinary user, in production', () => {
    expect(image.slice(image.lastIndexOf('FROM'))).toMatch(/^USER node$/m);
    expect(image.slice(image.lastIndexOf('FROM'))).toMatch(/NODE_ENV=production/);
  });

  it('starts what the build makes', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
    const started = /^CMD \["node", (.*)\]$/m.exec(image)?.[1]?.replaceAll(/[",]/g, '');
    expect(`node ${started}`).toBe(scripts['start']);
    expect(started).toMatch(/^--enable-source-maps dist\/apps\/platform\/src\/main\.js$/);
  });
});
