import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import { Allow, authMigrations, SignedIn } from '@exeat/auth';
import type { Actor, Envelope } from '@exeat/kernel';
import { freePort, startTestPostgres } from '@exeat/postgres';
import { Pool } from 'pg';
import type { DestinationStream } from 'pino';
import { z } from 'zod';
import { AdjustableClock } from '../clock/adjustable-clock.js';
import { readConfig } from '../config/config.js';
import { migrate } from '../database/migrate.js';
import { createHost, type Host, type HostOptions } from '../host/create-host.js';
import { CommandEnvelope } from '../input/envelope.js';
import { parseBody } from '../input/parse.js';
import { makeLogger } from '../logging/logger.js';
import { serviceHostMigrations } from '../migrations/service-host-migrations.js';
import { Documented } from '../openapi/documented.js';
import { orProblem } from '../problems/or-problem.js';

const noteSchema = z.strictObject({ text: z.string().min(1).max(100) });

/** A small application to try the host with: one read, one command. */
@Controller('notes')
class NotesController {
  @Get()
  @Allow('application:draft')
  @Documented({ summary: 'Read notes', response: z.array(z.string()) })
  read(): string[] {
    return [];
  }

  @Post()
  @Allow('application:draft')
  @Documented({ summary: 'Write a note', body: noteSchema })
  write(@Body() body: unknown, @SignedIn() by: Actor, @CommandEnvelope({ creates: true }) envelope: Envelope) {
    parseBody(noteSchema, body);
    const done = { done: true, stream: `note-${by.id}`, version: 1, position: 7, facts: 1, replayed: false } as const;
    return orProblem({ ...done, caseId: envelope.commandId });
  }
}

@Module({ controllers: [NotesController] })
export class NotesModule {}

export interface TryHost {
  readonly host: Host;
  readonly url: string;
  readonly pool: Pool;
  readonly clock: AdjustableClock;
  readonly dataFolder: string;
  readonly stop: () => Promise<void>;
}

/** The host over a fresh database, with the development provider, on a free port. */
export const startTryHost = async (
  options: Partial<HostOptions> & { environment?: Record<string, string>; logTo?: DestinationStream } = {},
): Promise<TryHost> => {
  const postgres = await startTestPostgres();
  await migrate(postgres.ownerUrl, [...authMigrations, ...serviceHostMigrations]);
  const dataFolder = await mkdtemp(join(tmpdir(), 'exeat-host-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const config = readConfig({
    PORT: String(port),
    PUBLIC_URL: url,
    DATA_FOLDER: dataFolder,
    LOG_LEVEL: 'silent',
    ...options.environment,
  });
  const pool = new Pool({ connectionString: postgres.appUrl, max: 8 });
  const clock = await AdjustableClock.load(pool);
  const logger = options.logTo ? makeLogger('try', 'debug', options.logTo) : makeLogger('try', config.logLevel);
  const given = { name: 'try', version: '1', config, pool, clock, logger, modules: [NotesModule], ...options };
  const end = async () => {
    await pool.end().catch(() => undefined);
    await postgres.stop();
    await rm(dataFolder, { recursive: true, force: true });
  };
  const host = await createHost(given).catch(async (error: unknown) => {
    await end();
    throw error;
  });
  await host.start();
  const stop = async () => {
    await host.close();
    await end();
  };
  return { host, url, pool, clock, dataFolder, stop };
};

/** A command that writes a note, with what a well-behaved client sends. */
export const aNote = (headers: Record<string, string> = {}, body: unknown = { text: 'x' }): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
