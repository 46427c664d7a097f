import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions of people who are signed in: what connect-pg-simple reads and writes. */
export class Sessions1780300000001 implements MigrationInterface {
  readonly name = 'Sessions1780300000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE SCHEMA IF NOT EXISTS auth`);
    await runner.query(`
      CREATE TABLE auth.sessions (
        sid    text        PRIMARY KEY,
        sess   jsonb       NOT NULL,
        expire timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX sessions_expire ON auth.sessions (expire)`);
    await runner.query(`GRANT USAGE ON SCHEMA auth TO exeat_app`);
    await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON auth.sessions TO exeat_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE auth.sessions`);
  }
}
