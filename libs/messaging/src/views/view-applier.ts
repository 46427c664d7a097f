import type { Recorded } from '@exeat/kernel';
import type pg from 'pg';
import { backoff, pause } from '../feed/pause.js';
import { isDataFault, isSchemaFault, messageOf } from '../listeners/faults.js';
import { Stopped, inTransaction, type Held, type Queryable } from '../listeners/held.js';
import { park, type ParkedStreams, type Parking } from '../listeners/parking.js';
import type { Log } from '../log.js';
import type { ViewDefinition } from '../view-definition.js';
import { FoldFailure, foldFacts } from './case-fold.js';
import type { Change, ViewTable } from './view-table.js';

const attempts = 3;

/**
 * Applies facts to the table of a view, each batch in one transaction with the checkpoint. Where a batch fails it is
 * divided until the fact at fault stands alone; that one is tried again and then parked with its stream.
 */
export class ViewApplier {
  constructor(
    private readonly definition: ViewDefinition,
    private readonly table: ViewTable,
    private readonly parked: ParkedStreams,
    private readonly pool: pg.Pool,
    private readonly log: Log,
  ) {}

  /** Applies facts that the view handles, in order, and moves the checkpoint to `upTo`. */
  async apply(held: Held, facts: readonly Recorded[], upTo: number): Promise<void> {
    try {
      await this.applyTogether(held, facts, upTo);
    } catch (error) {
      if (isSchemaFault(error)) throw new Stopped(messageOf(error));
      if (!isDataFault(error)) throw error;
      await this.applyApart(held, facts, upTo, error);
    }
  }

  /** What facts do to the rows that `db` shows. Throws `FoldFailure`. */
  async changeBy(db: Queryable, facts: readonly Recorded[]): Promise<Change> {
    const cases = [...new Set(facts.map(({ caseId }) => caseId))];
    const rows = this.definition.appendOnly || cases.length === 0 ? [] : await this.table.rowsOf(db, cases);
    return foldFacts(this.definition, facts, rows, (row) => this.table.complete(row));
  }

  private async applyTogether(held: Held, facts: readonly Recorded[], upTo: number): Promise<void> {
    const waiting = facts.filter(({ stream }) => this.parked.has(stream));
    if (waiting.length === 0) {
      // Only the owner writes these rows and the write below names its token, so reading them before is safe.
      const change = await this.changeBy(this.pool, facts);
      return this.table.write(this.pool, held, upTo, change);
    }
    const free = facts.filter(({ stream }) => !this.parked.has(stream));
    const change = await this.changeBy(this.pool, free);
    const behind = waiting.map((fact) => this.parked.behind(fact));
    await inTransaction(this.pool, async (client) => {
      await this.table.write(client, held, upTo, change);
      await park(client, held, upTo, behind);
    });
  }

  private async applyApart(held: Held, facts: readonly Recorded[], upTo: number, error: unknown): Promise<void> {
    const [first] = facts;
    if (facts.length === 1 && first) return this.applyAlone(held, first, upTo, error);
    const failed = error instanceof FoldFailure ? facts.indexOf(error.fact) : -1;
    const parts =
      failed >= 0
        ? [facts.slice(0, failed), facts.slice(failed, failed + 1), facts.slice(failed + 1)]
        : [facts.slice(0, facts.length >> 1), facts.slice(facts.length >> 1)];
    for (const part of parts) {
      const last = part.at(-1);
      if (last) await this.apply(held, part, last === facts.at(-1) ? upTo : last.position);
    }
  }

  private async applyAlone(held: Held, fact: Recorded, upTo: number, firstError: unknown): Promise<void> {
    let error = firstError;
    for (let attempt = 1; attempt < attempts; attempt++) {
      await pause(backoff(attempt, 25, 1000));
      try {
        return await this.applyTogether(held, [fact], upTo);
      } catch (again) {
        if (!isDataFault(again)) throw again;
        error = again;
      }
    }
    const { listener } = held;
    const { position, stream, type } = fact;
    const sentence = `${type} at position ${position} of ${stream} cannot be applied: ${messageOf(error)}`;
    if (this.definition.onFailure === 'stop') throw new Stopped(sentence);
    const parking: Parking = { fact, error: messageOf(error), attempts };
    await park(this.pool, held, upTo, [parking]);
    this.parked.add(fact);
    this.log.error({ err: error, listener, position, stream }, `${sentence}; the stream is parked, others go on`);
  }
}
