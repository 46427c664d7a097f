import { adoptEpoch, EventStore, FactRegistry, PostgresEventStore } from '@exeat/event-store';
import { DocumentStore, FileDocumentStore } from '@exeat/documents';
import { AnnouncingEventStore, Messaging, MessagingModule, ViewProgress } from '@exeat/messaging';
import { Policy } from '@exeat/policy';
import { projectFile } from '@exeat/project-files';
import {
  AdjustableClock,
  ClockSource,
  createHost,
  makeLogger,
  migrate,
  SystemClock,
  ViewProgress as HostViewProgress,
  type Config,
  type Host,
} from '@exeat/service-host';
import { TypeOrmModule } from '@nestjs/typeorm';
import pg from 'pg';
import type { Logger } from 'pino';
import { CannotStart } from './cannot-start.js';
import { findDatabase, type Database } from './database.js';
import { contexts, factLists, migrations, modules, views } from './parts.js';

interface Platform {
  readonly url: string;
  readonly log: Logger;
  /** Resolves with the reason where the embedded server has ended for good: nothing can be served any more. */
  readonly lost: Promise<Error>;
  /** Stops in order: no new requests, listeners, connections, the embedded server. */
  readonly close: () => Promise<void>;
}

/**
 * Every context, view and audit in one process over one Postgres: started, migrated and listening. Where it cannot start
 * it leaves nothing running behind, and throws why.
 */
export const startPlatform = async (
  config: Config,
  version: string,
  log: Logger = makeLogger('platform', config.logLevel),
): Promise<Platform> => {
  const started: (() => Promise<void>)[] = [];
  const close = async () => {
    const failures: unknown[] = [];
    for (const stop of started.splice(0).reverse()) await stop().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw new AggregateError(failures, 'Not everything that was started was stopped');
  };
  try {
    const database = await findDatabase(config, log);
    started.push(database.stop);
    const ran = await migrate(database.ownerUrl, migrations);
    if (ran.length > 0) log.info({ ran }, 'Migrations were run');

    const max = config.databasePool;
    const pool = new pg.Pool({ connectionString: database.appUrl, max, application_name: 'exeat' });
    started.push(() => pool.end());
    const host = await hostOver(pool, database, config, version, log);
    started.push(() => host.close());
    return { log, url: await host.start(), lost: database.lost, close };
  } catch (error) {
    await close().catch((failure: unknown) => log.error({ err: failure }, 'The failed start did not end in order'));
    throw error;
  }
};

const hostOver = async (
  pool: pg.Pool,
  database: Database,
  config: Config,
  version: string,
  log: Logger,
): Promise<Host> => {
  await adoptEpoch(pool);
  const store = new AnnouncingEventStore(new PostgresEventStore(pool, new FactRegistry(...factLists)));
  const documents = await documentsIn(config.documentsFolder);
  const clock = config.production ? new SystemClock() : await AdjustableClock.load(pool);
  const host = await createHost({
    ...{ name: 'platform', version, config, pool, clock, logger: log, web: projectFile('dist/apps/web') },
    modules: [
      TypeOrmModule.forRoot({
        type: 'postgres',
        url: database.appUrl,
        entities: views.map(({ entity }) => entity),
        extra: { max: config.databasePool, application_name: 'exeat-queries' },
      }),
      MessagingModule.forRoot({ views, contexts, databaseUrl: database.appUrl, clock: ClockSource, log }),
      ...modules,
    ],
    provide: [
      { provide: EventStore, useValue: store },
      { provide: DocumentStore, useValue: documents },
      { provide: Policy, useFactory: () => new Policy() },
      { provide: HostViewProgress, useExisting: ViewProgress },
    ],
  });
  if (clock instanceof AdjustableClock) clock.onMoved(() => host.app.get(Messaging).poke());
  return host;
};

const documentsIn = (folder: string): Promise<DocumentStore> =>
  FileDocumentStore.in(folder).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : '';
    throw new CannotStart(
      `Documents cannot be kept in ${folder} (${reason}). Name a folder that can be written: DOCUMENTS_FOLDER.`,
    );
  });
