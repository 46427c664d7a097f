import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an applicant saves after a submission, beside what was submitted. The rows come with the view's next version. */
export class CaseOverviewDrafts1780400000003 implements MigrationInterface {
  readonly name = 'CaseOverviewDrafts1780400000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE views.case_overview ADD COLUMN unsubmitted jsonb NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE views.case_overview DROP COLUMN unsubmitted');
  }
}
