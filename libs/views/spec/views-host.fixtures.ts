import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TypeOrmModule } from '@nestjs/typeorm';
import { auditMigrations, auditModule, auditViews, publishedFacts } from '@exeat/audit';
import { authMigrations } from '@exeat/auth';
import { adoptEpoch, EventStore, eventStoreMigrations, FactRegistry, PostgresEventStore } from '@exeat/event-store';
import { CaseFolds, messagingMigrations, type ViewDefinition } from '@exeat/messaging';
import { freePort, startTestPostgres } from '@exeat/postgres';
import { createHost, makeLogger, migrate, readConfig, serviceHostMigrations, ViewProgress } from '@exeat/service-host';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { allViews, viewModules, viewsMigrations } from '../index.js';
import { rowsAfter } from './fold.fixtures.js';
import { recordAll, type Step } from './recorded.fixtures.js';

const views: readonly ViewDefinition[] = [...allViews, ...auditViews];

export interface ViewsHost {
  readonly url: string;
  /** Stores the steps and brings every view up to them. */
  readonly happened: (steps: readonly Step[]) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** The routes of views and audit over a fresh database, with the development provider, on a free port. */
export const startViewsHost = async (): Promise<ViewsHost> => {
  const postgres = await startTestPostgres();
  await migrate(postgres.ownerUrl, [
    ...eventStoreMigrations,
    ...messagingMigrations,
    ...authMigrations,
    ...serviceHostMigrations,
    ...viewsMigrations,
    ...auditMigrations,
  ]);
  const pool = new Pool({ connectionString: postgres.appUrl, max: 8 });
  await adoptEpoch(pool);
  const store = new PostgresEventStore(pool, new FactRegistry(publishedFacts));
  const dataFolder = await mkdtemp(join(tmpdir(), 'exeat-views-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const progress: ViewProgress = { position: async () => (await store.head()).position, waitFor: async () => true };
  const host = await createHost({
    name: 'views',
    version: '1',
    config: readConfig({ PORT: String(port), PUBLIC_URL: url, DATA_FOLDER: dataFolder, LOG_LEVEL: 'silent' }),
    pool,
    logger: makeLogger('views', 'silent'),
    modules: [
      TypeOrmModule.forRoot({ type: 'postgres', url: postgres.appUrl, entities: views.map(({ entity }) => entity) }),
      ...viewModules,
      auditModule,
    ],
    provide: [
      { provide: EventStore, useValue: store },
      { provide: ViewProgress, useValue: progress },
      { provide: CaseFolds, useValue: new CaseFolds([]) },
    ],
  });
  await host.start();
  const database = host.app.get(DataSource);
  return {
    url,
    happened: async (steps) => {
      for (const { stream, caseId, meta, type, data } of recordAll(steps)) {
        const commandId = randomUUID();
        const facts = [{ type, data }];
        await store.append({ stream, caseId, commandId, requestDigest: commandId, expect: 'any', facts, meta });
      }
      const history = await store.read(0, 10_000);
      for (const view of views) {
        await database.getRepository(view.entity).clear();
        await database.getRepository(view.entity).insert([...rowsAfter(view, history)]);
      }
    },
    stop: async () => {
      await host.close();
      await pool.end();
      await postgres.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
};
