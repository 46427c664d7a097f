import { isRefusal, type Clock, type Envelope, type Instant } from '@exeat/kernel';
import type { ICommand } from '@nestjs/cqrs';
import { v5 } from 'uuid';
import type { DeadlineTable, Due } from '../deadline-table.js';
import { NoMore } from '../feed/feed.js';
import { backoff, pause } from '../feed/pause.js';
import { messageOf } from '../listeners/faults.js';
import type { Queryable } from '../listeners/held.js';
import type { Log } from '../log.js';
import { answerTo, codesOf, sentenceOf, type Dispatch } from '../reactions/asking.js';
import { inLanes, lanesBy } from '../reactions/lanes.js';
import type { RefusedCommands } from '../reactions/refused-commands.js';
import { deadlinesEntity, deadlinesName, type DueRow } from './deadlines-view.js';

const every = 1000;
const soon = 25;
const width = 16;
const page = 500;
const firstWait = 2000;
const longestWait = 300_000;
const namespace = '0c1c0a55-4b62-4f07-a9c1-6f2f7a5e3d10';

interface DueCommand extends DueRow {
  readonly table: DeadlineTable;
  readonly id: string;
}

/** What was asked and has not led to a change of the due time yet: when it may be asked again. */
interface Asked {
  readonly attempts: number;
  readonly againAt: number;
}

/**
 * Asks for what is due. It looks every second, and at once when the clock was moved. A run that is missed loses nothing:
 * a due time stays until a fact clears it. The command's id is derived from the due time, so that asking twice is asking
 * once. What is refused is visible and is asked again ever more rarely.
 */
export class DeadlineWorker {
  private readonly asked = new Map<string, Asked>();
  private stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private nudge = new AbortController();

  constructor(
    private readonly tables: readonly DeadlineTable[],
    private readonly db: Queryable,
    private readonly clock: Clock,
    private readonly dispatch: Dispatch,
    private readonly refused: RefusedCommands,
    private readonly log: Log,
  ) {}

  /** Begins, as the only one among processes; see `Locks`. */
  start(): void {
    this.stopping = new AbortController();
    this.running = this.run(this.stopping.signal);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.nudge.abort();
    await this.running;
  }

  /** The clock was moved: what was refused before may be possible now. */
  poke(): void {
    this.asked.clear();
    this.nudge.abort();
  }

  private async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      this.nudge = new AbortController();
      let asked = 0;
      try {
        asked = await this.askWhatIsDue(signal);
      } catch (error) {
        if (error instanceof NoMore) return;
        this.log.warn({ err: error }, 'Due times could not be read; trying again');
      }
      // One act often sets the next due time, and with a moved clock that one may be due as well.
      if (!this.nudge.signal.aborted) await pause(asked > 0 ? soon : every, this.nudge.signal);
    }
  }

  /** Gives how many commands were asked for. */
  private async askWhatIsDue(signal: AbortSignal): Promise<number> {
    const at = this.clock.now();
    const due = (await Promise.all(this.tables.map((table) => this.dueIn(table, at)))).flat();
    const still = new Set(due.map(({ id }) => id));
    for (const id of this.asked.keys()) if (!still.has(id)) this.asked.delete(id);
    const now = Date.now();
    const ready = due
      .filter(({ id }) => (this.asked.get(id)?.againAt ?? 0) <= now)
      .sort((a, b) => (a.dueAt === b.dueAt ? (a.id < b.id ? -1 : 1) : a.dueAt < b.dueAt ? -1 : 1));
    await inLanes(width, lanesBy(ready, ({ caseId }) => caseId).values(), (one) => this.ask(one, at, signal));
    return ready.length;
  }

  private async dueIn(table: DeadlineTable, at: Instant): Promise<readonly DueCommand[]> {
    const found: DueCommand[] = [];
    for (let [afterAt, afterKey] = ['', '']; ;) {
      const { rows } = await this.db.query<DueRow & Record<string, unknown>>(
        `select key, case_id as "caseId", due_key as "dueKey", due_at as "dueAt", ask, subject,
                correlation_id as "correlationId", causation_id as "causationId"
         from views.${deadlinesEntity(table.context).options.tableName}
         where due_at <= $1 and (due_at, key) > ($2, $3) order by due_at, key limit ${page}`,
        [at, afterAt, afterKey],
      );
      const { context } = table;
      for (const row of rows)
        found.push({ ...row, table, id: v5(JSON.stringify([context, row.caseId, row.dueKey, row.dueAt]), namespace) });
      const last = rows.at(-1);
      if (!last || rows.length < page) return found;
      [afterAt, afterKey] = [last.dueAt, last.key];
    }
  }

  private async ask(one: DueCommand, at: Instant, signal: AbortSignal): Promise<void> {
    const { table, id, caseId, dueKey, dueAt, ask, correlationId, causationId } = one;
    const attempts = (this.asked.get(id)?.attempts ?? 0) + 1;
    const wait = backoff(attempts, firstWait, longestWait);
    this.asked.set(id, { attempts, againAt: Date.now() + wait });
    const source = deadlinesName(table.context);
    const subject = `${caseId}/${dueKey} ${dueAt}`;
    const turnedDown = async (codes: readonly string[], sentence: string): Promise<void> => {
      await this.refused.note({ source, subject, caseId, command: ask, codes, sentence }, wait);
      this.log.warn({ source, caseId, dueKey, dueAt, codes, attempts }, `${ask} was due and not done: ${sentence}`);
    };
    try {
      const outcome = await answerTo(
        this.commandOf(one, at, { commandId: id, correlationId, causationId }),
        this.dispatch,
        signal,
      );
      if (isRefusal(outcome)) await turnedDown(codesOf(outcome), sentenceOf(outcome));
      else if (attempts > 1) await this.refused.forget(source, subject);
    } catch (error) {
      if (error instanceof NoMore) throw error;
      await turnedDown(['DEFECT'], messageOf(error));
    }
  }

  private commandOf(
    { table, caseId, dueKey, dueAt, ask, subject }: DueCommand,
    at: Instant,
    envelope: Envelope,
  ): ICommand {
    const due: Due & { readonly caseId: string } = { key: dueKey, dueAt, ask, subject, caseId };
    return table.command(due, at, envelope);
  }
}
