import type { MigrationInterface, QueryRunner } from 'typeorm';

const models = (column: string) => `jsonb_path_query_array(${column}, '$[*].model')::text`;

/** What the rows of each list are found by. */
const found: Readonly<Record<string, readonly string[]>> = {
  technical_queue: ['number', 'applicant_name', 'models'],
  agency_queue: ['number', 'applicant_name', 'models'],
  officer_worklist: ['number', 'applicant_name', 'models'],
  my_cases: [`coalesce(number, '')`, 'reference', 'items', `coalesce(licence_number, '')`],
  licence_register: ['key', 'application_number', 'holder_name', models('lines')],
  obligations_due: ['licence_number', 'application_number', 'holder_name', 'models', 'about'],
};

/**
 * What the rows of lists can be found by, in lower case, computed by the database like that of cases; and the indexes by
 * which the authority reads its lists over all companies. The columns of models come with the views' next versions.
 */
export class ListSearch1780400000008 implements MigrationInterface {
  readonly name = 'ListSearch1780400000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE views.officer_worklist ADD COLUMN models text NOT NULL DEFAULT ''`);
    await runner.query(
      `ALTER TABLE views.obligations_due ADD COLUMN application_number text NOT NULL DEFAULT '',
         ADD COLUMN models text NOT NULL DEFAULT ''`,
    );
    for (const [table, texts] of Object.entries(found))
      await runner.query(
        `ALTER TABLE views.${table}
           ADD COLUMN searched text GENERATED ALWAYS AS (lower(${texts.join(` || E'\\n' || `)})) STORED`,
      );
    await runner.query('CREATE INDEX obligations_due_due_at ON views.obligations_due (due_at)');
    await runner.query('CREATE INDEX licence_register_issued_position ON views.licence_register (issued_position)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(found)) await runner.query(`ALTER TABLE views.${table} DROP COLUMN searched`);
    await runner.query('ALTER TABLE views.officer_worklist DROP COLUMN models');
    await runner.query('ALTER TABLE views.obligations_due DROP COLUMN application_number, DROP COLUMN models');
    await runner.query('DROP INDEX views.obligations_due_due_at');
    await runner.query('DROP INDEX views.licence_register_issued_position');
  }
}
