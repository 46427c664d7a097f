import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What technical review found, kept for the licence that may come of it. The rows come with the view's next version. */
export class LicensedPerformance1780400000010 implements MigrationInterface {
  readonly name = 'LicensedPerformance1780400000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE views.licence_register ADD COLUMN kind text NOT NULL DEFAULT 'licence',
         ADD COLUMN performance jsonb NOT NULL DEFAULT '{}'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE views.licence_register DROP COLUMN kind, DROP COLUMN performance');
  }
}
