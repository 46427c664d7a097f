import type { Queryable } from '../listeners/held.js';

/** A command that Exeat asked for by a rule, and the answer that turned it down. */
interface RefusedCommand {
  /** The listener, or `deadlines-<context>`. */
  readonly source: string;
  /** What it was asked for: a fact and a reaction, or a deadline. */
  readonly subject: string;
  readonly caseId: string;
  readonly command: string;
  readonly codes: readonly string[];
  readonly sentence: string;
}

interface NotedRefusal extends RefusedCommand {
  readonly attempts: number;
  readonly lastAt: string;
  /** Nothing where it is not asked again. */
  readonly asksAgainAt: string | undefined;
}

/** Keeps what was refused where people can see it. */
export class RefusedCommands {
  constructor(private readonly db: Queryable) {}

  async note(refused: RefusedCommand, asksAgainInMs?: number): Promise<void> {
    const { source, subject, caseId, command, codes, sentence } = refused;
    await this.db.query(
      `insert into messaging.refused_commands as r (source, subject, case_id, command, codes, sentence, asks_again_at)
       values ($1, $2, $3, $4, $5, $6, clock_timestamp() + $7::float8 * interval '1 millisecond')
       on conflict (source, subject) do update set attempts = r.attempts + 1, last_at = clock_timestamp(),
         codes = excluded.codes, sentence = excluded.sentence, asks_again_at = excluded.asks_again_at`,
      [source, subject, caseId, command, codes, sentence, asksAgainInMs ?? null],
    );
  }

  async forget(source: string, subject: string): Promise<void> {
    await this.db.query('delete from messaging.refused_commands where source = $1 and subject = $2', [source, subject]);
  }

  /** The latest first, at most `limit`. */
  async list(limit = 100): Promise<readonly NotedRefusal[]> {
    const { rows } = await this.db.query<{
      source: string;
      subject: string;
      case_id: string;
      command: string;
      codes: string[];
      sentence: string;
      attempts: number;
      last_at: Date;
      asks_again_at: Date | null;
    }>('select * from messaging.refused_commands order by last_at desc limit $1', [limit]);
    return rows.map(({ case_id, last_at, asks_again_at, source, subject, command, codes, sentence, attempts }) => ({
      ...{ source, subject, caseId: case_id, command, codes, sentence, attempts },
      lastAt: last_at.toISOString(),
      asksAgainAt: asks_again_at?.toISOString(),
    }));
  }
}
