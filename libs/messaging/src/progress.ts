import type { EventStore } from '@exeat/event-store';
import { pause } from './feed/pause.js';
import { building, checkpoints, type Checkpoint } from './listeners/checkpoints.js';
import type { Queryable } from './listeners/held.js';
import type { Listener, ListenerState } from './listeners/listener.js';
import type { Listeners } from './listeners/listeners.js';
import { heldAnywhere } from './listeners/locks.js';
import type { ListenerKind } from './listeners/work.js';

export interface ListenerStatus {
  readonly listener: string;
  readonly kind: ListenerKind;
  readonly version: string;
  readonly position: number;
  /** Facts that it has not read yet. */
  readonly lag: number;
  readonly state: ListenerState;
  /** Why it does not run, where it does not. */
  readonly reason?: string;
  /** Facts set aside, those that wait behind another included. */
  readonly parked: number;
  /** Where a view is being built anew: how far that is. */
  readonly buildingAt?: number;
}

const lookEvery = 20;

/** How far the listeners have read, whichever process runs them. */
export class ViewProgress {
  constructor(
    private readonly listeners: Listeners,
    private readonly store: EventStore,
    private readonly db: Queryable,
  ) {}

  /** The position up to which a view has read. Throws where there is no such view. */
  async position(view: string): Promise<number> {
    const here = this.known(view);
    if (here.state === 'running') return here.position;
    return this.stored(here);
  }

  /** Waits until a view is at least at a position; false where it is not within the time. */
  async waitFor(view: string, position: number, withinMs: number): Promise<boolean> {
    const known = this.known(view);
    for (const until = Date.now() + withinMs; ;) {
      const left = until - Date.now();
      if (known.state === 'running') {
        if (await known.reached(position, Math.min(left, 500))) return true;
      } else if ((await this.stored(known)) >= position) return true;
      else await pause(lookEvery);
      if (left <= 0) return false;
    }
  }

  /** Every listener of this installation, with its state. */
  async status(): Promise<readonly ListenerStatus[]> {
    const names = this.listeners.all.map(({ name }) => name);
    const [head, stored, held, parked] = await Promise.all([
      this.store.head(),
      checkpoints(this.db, names),
      heldAnywhere(this.db, names),
      this.parkedCounts(),
    ]);
    return this.listeners.all.map((listener) => {
      const { name, work } = listener;
      const own = stored.filter((each) => each.listener === name);
      const checkpoint = own.find(({ version }) => version === work.version);
      const site = own.find(({ version }) => version === building);
      const position = listener.state === 'running' ? listener.position : (checkpoint?.position ?? 0);
      const { state, reason } = stateOf(listener, checkpoint, held.has(name));
      return {
        ...{ listener: name, kind: work.kind, version: work.version, position, state },
        lag: Math.max(0, head.position - position),
        parked: parked.get(name) ?? 0,
        ...(reason !== undefined && { reason }),
        ...(site && { buildingAt: site.position }),
      };
    });
  }

  private known(view: string): Listener {
    const known = this.listeners.all.find(({ name }) => name === view);
    if (!known) throw new Error(`There is no view "${view}"`);
    return known;
  }

  private async stored({ name, work }: Listener): Promise<number> {
    const stored = await checkpoints(this.db, [name]);
    return stored.find(({ version }) => version === work.version)?.position ?? 0;
  }

  private async parkedCounts(): Promise<ReadonlyMap<string, number>> {
    const { rows } = await this.db.query<{ listener: string; count: string }>(
      `select listener, count(*) from messaging.parked where resolved_at is null and version <> $1 group by listener`,
      [building],
    );
    return new Map(rows.map(({ listener, count }) => [listener, Number(count)]));
  }
}

/** What this process knows comes first; then what the owner wrote down; then whether there is an owner at all. */
const stateOf = (
  { state, reason }: Listener,
  checkpoint: Checkpoint | undefined,
  held: boolean,
): { readonly state: ListenerState; readonly reason?: string | undefined } => {
  if (state === 'running' || state === 'building') return { state };
  if (state === 'stopped') return { state, reason };
  if (checkpoint?.status === 'stopped') return { state: 'stopped', reason: checkpoint.reason };
  if (held) return { state: 'running' };
  return { state: 'stopped', reason: 'No process runs it' };
};
