import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file.js';

const files = [
  'schemas.sql',
  'checkpoints.sql',
  'parked.sql',
  'refused_commands.sql',
  'same_case.sql',
  'deadlines.sql',
] as const;

/** Checkpoints, parked facts, refused commands, the schemas of the views, and the due times of the contexts that a case goes through. */
export class Messaging1780100000001 implements MigrationInterface {
  readonly name = 'Messaging1780100000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const file of files) await runner.query(sqlFile(file));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const schema of ['views_retired', 'views_building', 'views', 'messaging'])
      await runner.query(`DROP SCHEMA ${schema} CASCADE`);
  }
}
