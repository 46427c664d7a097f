import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from '../sql-files.js';

/** The files of libs/event-store/sql, in the order in which they lean on each other. */
export const eventStoreObjects = [
  'schema',
  'epochs.table',
  'facts.table',
  'receipts.table',
  'numbers.sequences',
  'head.view',
  'whereabouts.function',
  'begin_epoch.function',
  'adopt_epoch.function',
  'outcome.function',
  'judge_in_order.function',
  'append.function',
  'load.function',
  'refuse_change.function',
  'append_only.triggers',
  'grants',
] as const;

export class InstallEventStore1795392000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const object of eventStoreObjects) await queryRunner.query(sqlFile(object));
    await queryRunner.query('select es.adopt_epoch()');
  }

  down(): Promise<void> {
    throw new Error('History only grows: the event store is not uninstalled by a migration.');
  }
}
