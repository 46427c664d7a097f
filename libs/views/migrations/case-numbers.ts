import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every number a case ever had. The rows come with the view's next version. */
export class CaseNumbers1780400000004 implements MigrationInterface {
  readonly name = 'CaseNumbers1780400000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE views.case_overview ADD COLUMN numbers jsonb NOT NULL DEFAULT '[]'`);
    await runner.query('CREATE INDEX case_overview_numbers ON views.case_overview USING gin (numbers jsonb_path_ops)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE views.case_overview DROP COLUMN numbers');
  }
}
