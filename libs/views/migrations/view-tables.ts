import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables, each with the indexes by which it is read. Every view is read by case when facts are folded into it. */
const tables = {
  my_cases: [
    `CREATE TABLE views.my_cases (
      key text PRIMARY KEY,
      case_id text NOT NULL,
      company_id text NOT NULL,
      reference text NOT NULL,
      number text,
      status text NOT NULL,
      items text NOT NULL,
      opened_position bigint NOT NULL,
      registered_on text,
      resolve_by text,
      closed_on text,
      answer_by text,
      licence_number text,
      version int NOT NULL
    )`,
    `CREATE INDEX my_cases_case_id ON views.my_cases (case_id)`,
    `CREATE INDEX my_cases_company_id_opened_position ON views.my_cases (company_id, opened_position)`,
  ],
  case_overview: [
    `CREATE TABLE views.case_overview (
      key text PRIMARY KEY,
      case_id text NOT NULL,
      company_id text NOT NULL,
      applicant_name text NOT NULL,
      reference text NOT NULL,
      number text,
      previous_number text,
      round int NOT NULL,
      status text NOT NULL,
      status_told text NOT NULL,
      opened_position bigint NOT NULL,
      registered_on text,
      resolve_by text,
      closed_on text,
      export_from text,
      end_use text,
      parties jsonb NOT NULL,
      items jsonb NOT NULL,
      went_back_because text,
      technical_reviewer jsonb,
      findings jsonb NOT NULL,
      requirements jsonb NOT NULL,
      referrals jsonb NOT NULL,
      positions_taken int NOT NULL,
      positions_asked int NOT NULL,
      positions jsonb NOT NULL,
      signatures_required int,
      proposal jsonb,
      notice jsonb,
      decision jsonb,
      licence_number text,
      versions jsonb NOT NULL,
      position bigint NOT NULL,
      changed_at text NOT NULL
    )`,
    `CREATE INDEX case_overview_case_id ON views.case_overview (case_id)`,
    `CREATE INDEX case_overview_company_id_opened_position ON views.case_overview (company_id, opened_position)`,
    `CREATE INDEX case_overview_opened_position ON views.case_overview (opened_position)`,
  ],
  timeline: [
    `CREATE TABLE views.timeline (
      key text PRIMARY KEY,
      case_id text NOT NULL,
      position bigint NOT NULL,
      at text NOT NULL,
      type text NOT NULL,
      sentence text NOT NULL,
      audience text NOT NULL,
      actor_name text NOT NULL
    )`,
    `CREATE INDEX timeline_case_id_position ON views.timeline (case_id, position)`,
  ],
  technical_queue: [
    `CREATE TABLE views.technical_queue (
      key text PRIMARY KEY,
      case_id text NOT NULL,
      stage text NOT NULL,
      number text NOT NULL,
      applicant_name text NOT NULL,
      models text NOT NULL,
      item_count int NOT NULL,
      lines_found jsonb NOT NULL,
      resolve_by text NOT NULL,
      opened_at text,
      holder_id text,
      holder_name text,
      claimed_at text,
      version int NOT NULL
    )`,
    `CREATE INDEX technical_queue_case_id ON views.technical_queue (case_id)`,
    `CREATE INDEX technical_queue_resolve_by ON views.technical_queue (resolve_by)`,
  ],
  agency_queue: [
    `CREATE TABLE views.agency_queue (
      key text PRIMARY KEY,
      case_id text NOT NULL,
      kind text NOT NULL,
      agency text NOT NULL,
      number text NOT NULL,
      applicant_name text NOT NULL,
      models text NOT NULL,
      because text NOT NULL,
      referred_at text NOT NULL,
      due_at text NOT NULL,
      state text NOT NULL,
      position text,
      reviewer_name text,
      conditions_proposed int NOT NULL,
      version int NOT NULL
    )`,
    `CREATE INDEX agency_queue_case_id ON views.agency_queue (case_id)`,
    `CREATE INDEX agency_queue_agency_due_at ON views.agency_queue (agency, due_at)`,
  ],
  officer_worklist: [
    `CREATE TABLE views.officer_worklist (
      key text PRIMARY KEY,
      case_id text NOT NULL,
      stage text NOT NULL,
      number text NOT NULL,
      applicant_name text NOT NULL,
      route text NOT NULL,
      resolve_by text NOT NULL,
      opened_at text,
      objections jsonb NOT NULL,
      unsettled jsonb NOT NULL,
      conditions jsonb NOT NULL,
      proposal text,
      officer jsonb,
      signatures jsonb NOT NULL,
      signatures_required int NOT NULL,
      signatures_at_opening int NOT NULL,
      answer_by text,
      final_at text,
      answered boolean NOT NULL,
      version int NOT NULL
    )`,
    `CREATE INDEX officer_worklist_case_id ON views.officer_worklist (case_id)`,
    `CREATE INDEX officer_worklist_resolve_by ON views.officer_worklist (resolve_by)`,
  ],
  licence_register: [
    `CREATE TABLE views.licence_register (
      key text PRIMARY KEY,
      case_id text NOT NULL,
      application_number text NOT NULL,
      company_id text NOT NULL,
      holder_name text NOT NULL,
      status text NOT NULL,
      valid_from text NOT NULL,
      valid_until text NOT NULL,
      value_tolerance_percent text NOT NULL,
      lines jsonb NOT NULL,
      conditions jsonb NOT NULL,
      shipments jsonb NOT NULL,
      certificates jsonb NOT NULL,
      periods jsonb NOT NULL,
      issued_position bigint NOT NULL,
      version int NOT NULL
    )`,
    `CREATE INDEX licence_register_case_id ON views.licence_register (case_id)`,
    `CREATE INDEX licence_register_company_id_issued_position ON views.licence_register (company_id, issued_position)`,
  ],
  obligations_due: [
    `CREATE TABLE views.obligations_due (
      key text PRIMARY KEY,
      case_id text NOT NULL,
      kind text NOT NULL,
      licence_number text NOT NULL,
      company_id text NOT NULL,
      holder_name text NOT NULL,
      clause text NOT NULL,
      text text NOT NULL,
      evidence text NOT NULL,
      about text NOT NULL,
      amount jsonb,
      due_at text NOT NULL,
      status text NOT NULL,
      reference text,
      fulfilled_at text,
      late boolean NOT NULL,
      texts jsonb NOT NULL
    )`,
    `CREATE INDEX obligations_due_case_id ON views.obligations_due (case_id)`,
    `CREATE INDEX obligations_due_company_id_due_at ON views.obligations_due (company_id, due_at)`,
    `CREATE INDEX obligations_due_licence_number ON views.obligations_due (licence_number)`,
  ],
} as const;

/** The tables of the views. The schema itself comes with messaging. */
export class ViewTables1780400000001 implements MigrationInterface {
  readonly name = 'ViewTables1780400000001';

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
