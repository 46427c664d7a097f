import { adoptEpoch, EventStore, FactRegistry, PostgresEventStore } from '@exeat/event-store';
import { AnnouncingEventStore, Messaging, MessagingModule, ViewProgress } from '@exeat/messaging';
import { Policy } from '@exeat/policy';
import {
  AdjustableClock,
  ClockSource,
  createHost,
  makeLogger,
  migrate,
  OperationsModule,
  SystemClock,
  ViewProgress as HostViewProgress,
  type Config,
} from '@exeat/service-host';
import { TypeOrmModule } from '@nestjs/typeorm';
import pg from 'pg';
import type { Logger } from 'pino';
import { findDatabase } from './database.js';
import { contexts, factLists, migrations, modules, views } from './parts.js';

export interface Platform {
  readonly url: string;
  readonly log: Logger;
  /** Stops in order: no new requests, listeners, connections, the embedded server. */
  readonly close: () => Promise<void>;
}

/** Every context, view and audit in one process over one Postgres: started, migrated and listening. */
export const startPlatform = async (config: Config, version: string): Promise<Platform> => {
  const log = makeLogger('platform', config.logLevel);
  const database = await findDatabase(config, log);
  const ran = await migrate(database.ownerUrl, migrations);
  if (ran.length > 0) log.info({ ran }, 'Migrations were run');

  const pool = new pg.Pool({ connectionString: database.appUrl, max: config.databasePool, application_name: 'exeat' });
  await adoptEpoch(pool);
  const store = new AnnouncingEventStore(new PostgresEventStore(pool, new FactRegistry(...factLists)));
  const clock = config.production ? new SystemClock() : await AdjustableClock.load(pool);

  const host = await createHost({
    ...{ name: 'platform', version, config, pool, clock, logger: log },
    modules: [
      TypeOrmModule.forRoot({
        type: 'postgres',
        url: database.appUrl,
        entities: views.map(({ entity }) => entity),
        extra: { max: config.databasePool, application_name: 'exeat-queries' },
      }),
      MessagingModule.forRoot({ views, contexts, databaseUrl: database.appUrl, clock: ClockSource, log }),
      OperationsModule,
      ...modules,
    ],
    provide: [
      { provide: EventStore, useValue: store },
      { provide: Policy, useFactory: () => new Policy() },
      { provide: HostViewProgress, useExisting: ViewProgress },
    ],
  });
  if (clock instanceof AdjustableClock) clock.onMoved(() => host.app.get(Messaging).poke());
  return {
    log,
    url: await host.start(),
    close: async () => {
      await host.close();
      await pool.end();
      await database.stop();
    },
  };
};
