import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who is looking at which case now. Unlogged, as it is worth nothing after a restart, and in a schema of its own: it is
 * no view, and cannot be built again.
 */
export class Presence1780400000005 implements MigrationInterface {
  readonly name = 'Presence1780400000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SCHEMA presence');
    await runner.query(`
      CREATE UNLOGGED TABLE presence.looking (
        case_id   uuid        NOT NULL,
        person_id text        NOT NULL,
        name      text        NOT NULL,
        since     timestamptz NOT NULL DEFAULT now(),
        seen_at   timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (case_id, person_id)
      )`);
    await runner.query('CREATE INDEX looking_seen_at ON presence.looking (seen_at)');
    await runner.query('GRANT USAGE ON SCHEMA presence TO exeat_app');
    await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON presence.looking TO exeat_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA presence CASCADE');
  }
}
