import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a case came to each stage, and when its clock was stopped. The rows come with the view's next version. */
export class CaseStages1780400000009 implements MigrationInterface {
  readonly name = 'CaseStages1780400000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE views.case_overview ADD COLUMN stages jsonb NOT NULL DEFAULT '[]',
         ADD COLUMN stops jsonb NOT NULL DEFAULT '[]'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE views.case_overview DROP COLUMN stages, DROP COLUMN stops');
  }
}
