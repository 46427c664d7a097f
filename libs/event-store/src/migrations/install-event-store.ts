import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from '../sql-files.js';

/** In the order in which they lean on each other. */
const objects = [
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
  'refuse_change.function',
  'append_only.triggers',
  'grants',
];

export class InstallEventStore1795392000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const object of objects) await queryRunner.query(sqlFile(object));
    await queryRunner.query('select es.adopt_epoch()');
  }

  down(): Promise<void> {
    throw new Error('History only grows: the event store is not uninstalled by a migration.');
  }
}
