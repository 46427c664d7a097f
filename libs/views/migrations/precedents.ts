import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What technical review found, line by line. The rows come from history when the view is first built. */
export class Precedents1780400000006 implements MigrationInterface {
  readonly name = 'Precedents1780400000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE views.precedents (
        key text PRIMARY KEY,
        case_id text NOT NULL,
        number text NOT NULL,
        line int NOT NULL,
        model text NOT NULL,
        model_folded text NOT NULL,
        manufacturer text NOT NULL,
        found jsonb,
        found_position bigint NOT NULL
      )`);
    await runner.query('CREATE INDEX precedents_case_id ON views.precedents (case_id)');
    await runner.query('CREATE INDEX precedents_found_position ON views.precedents (found_position, key)');
    // The application rebuilds a view beside the live one and swaps the two, so the table is its own.
    await runner.query('ALTER TABLE views.precedents OWNER TO exeat_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE views.precedents');
  }
}
