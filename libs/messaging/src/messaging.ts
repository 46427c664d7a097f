import type { EventStore } from '@exeat/event-store';
import type { Clock } from '@exeat/kernel';
import pg from 'pg';
import type { ContextParts } from './context-parts.js';
import { DeadlineWorker } from './deadlines/deadline-worker.js';
import { deadlinesView } from './deadlines/deadlines-view.js';
import { AnnouncingEventStore } from './feed/announcing-event-store.js';
import { PostgresFeed } from './feed/postgres-feed.js';
import { Tail } from './feed/tail.js';
import { Listeners } from './listeners/listeners.js';
import { Locks } from './listeners/locks.js';
import { ParkedFacts } from './listeners/parked-facts.js';
import { resumeListener } from './listeners/resume.js';
import type { Operator } from './listeners/record-operation.js';
import type { Work } from './listeners/work.js';
import type { Log } from './log.js';
import { ViewProgress } from './progress.js';
import type { Dispatch } from './reactions/asking.js';
import { ReactionWork } from './reactions/reaction-work.js';
import { RefusedCommands } from './reactions/refused-commands.js';
import type { ViewDefinition } from './view-definition.js';
import { ViewBuilder } from './views/view-builder.js';
import { ViewWork } from './views/view-work.js';

export interface MessagingParts {
  /** Of the runtime role. */
  readonly databaseUrl: string;
  readonly store: EventStore;
  readonly views: readonly ViewDefinition[];
  readonly contexts: readonly Pick<ContextParts, 'name' | 'reactions' | 'deadlines'>[];
  readonly dispatch: Dispatch;
  readonly clock: Clock;
  readonly log: Log;
  /** Connections for the listeners' work; 8 where left out. */
  readonly connections?: number;
}

const worker = 'deadline-worker';
const leadEvery = 1000;

/** Everything that listens in one process: views, reactions, due times. Needs no framework. */
export class Messaging {
  readonly progress: ViewProgress;
  readonly parked: ParkedFacts;
  readonly builder: ViewBuilder;
  readonly refused: RefusedCommands;
  readonly tail: Tail;
  private readonly pool: pg.Pool;
  private readonly locks: Locks;
  private readonly listeners: Listeners;
  private readonly deadlines: DeadlineWorker;
  private leading = false;
  private leadTimer: NodeJS.Timeout | undefined;

  constructor(private readonly parts: MessagingParts) {
    const { databaseUrl, store, contexts, dispatch, clock, log } = parts;
    distinctReactions(contexts);
    // A view and its checkpoint are saved together and can be made again from history: neither waits for the disk.
    // A plan is kept by its connection while a table grows from nothing: from the first day on, one for a large table.
    const options = '-c synchronous_commit=off -c enable_seqscan=off';
    const max = parts.connections ?? 8;
    this.pool = new pg.Pool({ connectionString: databaseUrl, options, max, application_name: 'exeat-views' });
    this.pool.on('error', (error) => log.warn({ err: error }, 'A connection of the views was lost'));
    this.tail = new Tail(store, log);
    if (store instanceof AnnouncingEventStore) store.onAppended(() => this.tail.wake());

    const tables = contexts.flatMap(({ deadlines }) => deadlines ?? []);
    const deadlineViews = tables.map(deadlinesView);
    this.refused = new RefusedCommands(this.pool);
    const works: readonly Work[] = [
      ...parts.views.map((view) => new ViewWork(view, 'view', this.pool, log)),
      ...deadlineViews.map((view) => new ViewWork(view, 'deadlines', this.pool, log)),
      ...contexts
        .filter(({ reactions }) => reactions.length > 0)
        .map(({ name, reactions }) => new ReactionWork(name, reactions, dispatch, this.refused, this.pool, log)),
    ];
    this.builder = new ViewBuilder([...parts.views, ...deadlineViews], store, this.pool, databaseUrl, log);
    this.locks = new Locks(databaseUrl);
    this.listeners = new Listeners({
      ...{ works, store, db: this.pool, locks: this.locks, log },
      feed: new PostgresFeed(store, this.tail, log),
      buildAnew: (view, signal) => this.builder.rebuildView(view, { signal, acceptDifferences: true }),
    });
    this.deadlines = new DeadlineWorker(tables, this.pool, clock, dispatch, this.refused, log);
    this.progress = new ViewProgress(this.listeners, store, this.pool);
    this.parked = new ParkedFacts(works, store, this.pool);
    this.locks.on('lost', () => void this.follow());
  }

  async start(): Promise<void> {
    await this.tail.start();
    await this.listeners.start();
    await this.lead();
    this.leadTimer = setInterval(() => void this.lead().catch(() => undefined), leadEvery);
  }

  /** In order: no new due times, then the listeners finish what they have in hand, then the connections end. */
  async stop(): Promise<void> {
    clearInterval(this.leadTimer);
    await this.follow();
    await this.listeners.stop();
    await this.tail.stop();
    await this.locks.close();
    await this.pool.end();
  }

  /** Something was appended in this process. */
  wake(): void {
    this.tail.wake();
  }

  /** The clock was moved: look for what is due now. */
  poke(): void {
    this.deadlines.poke();
  }

  /** Lets a listener of reactions go on after the store was restored; a view is rebuilt instead. */
  resume(listener: string, operator: Operator): Promise<void> {
    return resumeListener(this.pool, this.parts.store, listener, operator);
  }

  private async lead(): Promise<void> {
    await this.locks.take([worker]);
    if (this.leading || !this.locks.holds(worker)) return;
    this.leading = true;
    this.deadlines.start();
  }

  private async follow(): Promise<void> {
    if (!this.leading) return;
    this.leading = false;
    await this.deadlines.stop();
  }
}

/** A reaction's name is part of its command's id: two of one name would be taken for one command, and only one done. */
const distinctReactions = (contexts: MessagingParts['contexts']): void => {
  const names = contexts.flatMap(({ reactions }) => reactions.map(({ name }) => name));
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  if (twice.length > 0) throw new Error(`Two reactions are called ${twice.join(', ')}.`);
};
