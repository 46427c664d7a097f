import { isRefusal, type Recorded } from '@exeat/kernel';
import type pg from 'pg';
import { NoMore } from '../feed/feed.js';
import { backoff, pause } from '../feed/pause.js';
import { messageOf } from '../listeners/faults.js';
import type { Held, Queryable } from '../listeners/held.js';
import { park, ParkedStreams } from '../listeners/parking.js';
import type { Work } from '../listeners/work.js';
import type { Log } from '../log.js';
import type { Reaction } from '../reaction.js';
import { answerTo, codesOf, NotDone, sentenceOf, type Dispatch } from './asking.js';
import { inLanes, lanesBy } from './lanes.js';
import type { RefusedCommands } from './refused-commands.js';

const width = 16;
const attempts = 4;

/** Refused because it holds already, or can no longer be: the way of the case goes on without it. */
const settled: ReadonlySet<string> = new Set(['NOT_IN_THIS_STATUS', 'COMMAND_ID_REUSED']);

/**
 * Makes a context act on facts of others. Commands carry an id derived from their cause, so that a fact which is given
 * twice leads to one act; the checkpoint may therefore follow later.
 */
export class ReactionWork implements Work {
  readonly listener: string;
  readonly version = '1';
  readonly kind = 'reactions';
  readonly savesCheckpoint = false;
  private readonly parked = new ParkedStreams();
  private readonly byType: ReadonlyMap<string, readonly Reaction[]>;

  constructor(
    context: string,
    reactions: readonly Reaction[],
    private readonly dispatch: Dispatch,
    private readonly refused: RefusedCommands,
    private readonly pool: pg.Pool,
    private readonly log: Log,
  ) {
    this.listener = `reactions-${context}`;
    this.byType = lanesBy(reactions, ({ on }) => on);
  }

  handles(type: string): boolean {
    return this.byType.has(type);
  }

  prepare(held: Held): Promise<void> {
    return this.parked.load(this.pool, held);
  }

  apply(held: Held, facts: readonly Recorded[], _upTo: number, signal: AbortSignal): Promise<void> {
    return inLanes(width, lanesBy(facts, ({ caseId }) => caseId).values(), (fact) =>
      this.reactOrPark(held, fact, signal),
    );
  }

  async retry(_client: Queryable, _held: Held, fact: Recorded): Promise<void> {
    await this.react(fact, AbortSignal.timeout(30_000), 1);
  }

  private async reactOrPark(held: Held, fact: Recorded, signal: AbortSignal): Promise<void> {
    // The checkpoint is not moved here: facts before this one may still be at work.
    if (this.parked.has(fact.stream)) return park(this.pool, held, 0, [this.parked.behind(fact)]);
    try {
      await this.react(fact, signal, attempts);
    } catch (error) {
      if (error instanceof NoMore) throw error;
      await park(this.pool, held, 0, [{ fact, error: messageOf(error), attempts }]);
      this.parked.add(fact);
      const { position, stream } = fact;
      const { listener } = this;
      this.log.error(
        { err: error, listener, position, stream },
        'A reaction failed; its stream is parked, others go on',
      );
    }
  }

  private async react(fact: Recorded, signal: AbortSignal, tries: number): Promise<void> {
    for (const reaction of this.byType.get(fact.type) ?? [])
      for (let attempt = 1; ; attempt++)
        try {
          await this.ask(reaction, fact, signal);
          break;
        } catch (error) {
          if (error instanceof NoMore || attempt >= tries) throw error;
          await pause(backoff(attempt, 100, 2000), signal);
        }
  }

  private async ask(reaction: Reaction, fact: Recorded, signal: AbortSignal): Promise<void> {
    const command = reaction.ask(fact);
    if (!command) return;
    const outcome = await answerTo(command, this.dispatch, signal);
    if (!isRefusal(outcome)) return;
    const codes = codesOf(outcome);
    const sentence = sentenceOf(outcome);
    if (!codes.every((code) => settled.has(code)))
      throw new NotDone(`${reaction.name}: ${codes.join(', ')}. ${sentence}`);
    const { listener } = this;
    const { caseId, factId } = fact;
    await this.refused.note({
      ...{ source: listener, subject: `${factId} ${reaction.name}`, caseId, codes, sentence },
      command: reaction.name,
    });
    this.log.warn({ listener, caseId, reaction: reaction.name, codes }, `Refused, and gone on: ${sentence}`);
  }
}
