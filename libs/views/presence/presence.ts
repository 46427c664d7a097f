import { Injectable } from '@nestjs/common';
import type { Actor } from '@exeat/kernel';
import { DataSource } from 'typeorm';

/** Somebody who is looking at a case. */
export interface Onlooker {
  readonly id: string;
  readonly name: string;
  /** Since when they have been looking without a gap: a real moment, by the database's clock. */
  readonly since: string;
}

/** How long somebody counts as looking after they last said so. Pages say so more often than that. */
const remembered = `interval '45 seconds'`;
/** How many forgotten rows one call clears away. */
const swept = 100;

/**
 * Who is looking at a case now. No fact: nothing happened to the case, and what was true for 45 seconds need not be
 * known for ever. Kept in the database, so that several processes know the same, and judged by its clock: people look
 * in real time, also while the clock of the business is set.
 */
@Injectable()
export class Presence {
  constructor(private readonly database: DataSource) {}

  /** Somebody is looking, or still is. Whoever was away for longer than remembered comes anew. */
  async show(caseId: string, { id, name }: Pick<Actor, 'id' | 'name'>): Promise<void> {
    await this.database.query(
      `INSERT INTO presence.looking AS here (case_id, person_id, name) VALUES ($1, $2, $3)
       ON CONFLICT (case_id, person_id) DO UPDATE SET
         name = excluded.name,
         since = CASE WHEN here.seen_at > now() - ${remembered} THEN here.since ELSE now() END,
         seen_at = now()`,
      [caseId, id, name],
    );
    await this.sweep();
  }

  /** Somebody has left. */
  async leave(caseId: string, { id }: Pick<Actor, 'id'>): Promise<void> {
    await this.database.query('DELETE FROM presence.looking WHERE case_id = $1 AND person_id = $2', [caseId, id]);
  }

  /** Who else is looking, whoever has been longest first. */
  async others(caseId: string, { id }: Pick<Actor, 'id'>): Promise<readonly Onlooker[]> {
    const rows = await this.database.query<readonly { id: string; name: string; since: Date }[]>(
      `SELECT person_id AS id, name, since FROM presence.looking
       WHERE case_id = $1 AND person_id <> $2 AND seen_at > now() - ${remembered}
       ORDER BY since, person_id`,
      [caseId, id],
    );
    return rows.map((row) => ({ ...row, since: row.since.toISOString() }));
  }

  /** Two that sweep at once leave each other's rows alone instead of waiting for them. */
  private async sweep(): Promise<void> {
    await this.database.query(
      `DELETE FROM presence.looking WHERE (case_id, person_id) IN (
         SELECT case_id, person_id FROM presence.looking WHERE seen_at <= now() - ${remembered}
         LIMIT ${swept} FOR UPDATE SKIP LOCKED)`,
    );
  }
}
