import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the development clock was set to: one row, or none for real time. Production never reads it. */
export class DevelopmentClock1780300000002 implements MigrationInterface {
  readonly name = 'DevelopmentClock1780300000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE SCHEMA IF NOT EXISTS development`);
    await runner.query(`
      CREATE TABLE development.clock (
        one   boolean     PRIMARY KEY DEFAULT true CHECK (one),
        at    timestamptz NOT NULL,
        since timestamptz NOT NULL
      )`);
    await runner.query(`GRANT USAGE ON SCHEMA development TO exeat_app`);
    await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON development.clock TO exeat_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE development.clock`);
  }
}
