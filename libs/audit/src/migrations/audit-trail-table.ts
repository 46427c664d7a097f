import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables, each with the indexes by which it is read. Every view is read by case when facts are folded into it. */
const tables = {
  audit_trail: [
    `CREATE TABLE views.audit_trail (
      key text PRIMARY KEY,
      case_id text NOT NULL,
      position bigint NOT NULL,
      stream text NOT NULL,
      version int NOT NULL,
      type text NOT NULL,
      fact_id text NOT NULL,
      at text NOT NULL,
      recorded_at text NOT NULL,
      sentence text NOT NULL,
      actor_id text NOT NULL,
      actor_name text NOT NULL,
      organisation text NOT NULL,
      roles jsonb NOT NULL,
      assurance text NOT NULL,
      on_behalf_of text,
      command_id text NOT NULL,
      correlation_id text NOT NULL,
      causation_id text,
      rule_sets jsonb NOT NULL
    )`,
    `CREATE INDEX audit_trail_position ON views.audit_trail (position)`,
    `CREATE INDEX audit_trail_case_id_position ON views.audit_trail (case_id, position)`,
    `CREATE INDEX audit_trail_actor_id_position ON views.audit_trail (actor_id, position)`,
    `CREATE INDEX audit_trail_at ON views.audit_trail (at)`,
  ],
} as const;

/** The table of the audit trail. The schema itself comes with messaging. */
export class AuditTrailTable1780400000002 implements MigrationInterface {
  readonly name = 'AuditTrailTable1780400000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, statements] of Object.entries(tables)) {
      for (const statement of statements) await runner.query(statement);
      // The application rebuilds a view beside the live one and swaps the two, so the table is its own.
      await runner.query(`ALTER TABLE views.${table} OWNER TO exeat_app`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(tables)) await runner.query(`DROP TABLE views.${table}`);
  }
}
