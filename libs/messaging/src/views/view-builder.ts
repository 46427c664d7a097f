import type { EventStore } from '@exeat/event-store';
import type { Recorded } from '@exeat/kernel';
import type pg from 'pg';
import { building, checkpoints } from '../listeners/checkpoints.js';
import { inTransaction, type Held } from '../listeners/held.js';
import { Locks } from '../listeners/locks.js';
import { ParkedStreams } from '../listeners/parking.js';
import type { Log } from '../log.js';
import type { ViewDefinition } from '../view-definition.js';
import { clearSite, openSite, swapTables } from './building-site.js';
import { handles } from './case-fold.js';
import { compareTables, type Comparison } from './comparison.js';
import { factsBetween } from './folding.js';
import { ViewApplier } from './view-applier.js';
import { tableOf, quoted, ViewTable } from './view-table.js';

export interface BuildProgress {
  readonly view: string;
  /** Facts read, of how many. */
  readonly done: number;
  readonly total: number;
  readonly factsPerSecond: number;
  readonly secondsLeft: number;
}

export interface BuildOptions {
  readonly onProgress?: (progress: BuildProgress) => void;
  /** Cuts the build short; it is continued by the next one. */
  readonly signal?: AbortSignal;
}

interface RebuildOptions extends BuildOptions {
  /** Swap although the rows differ from the live ones: after a defect was mended. */
  readonly acceptDifferences?: boolean;
}

export interface BuildReport {
  readonly view: string;
  /** The rows are those of history up to here. */
  readonly position: number;
  readonly facts: number;
  readonly seconds: number;
  readonly factsPerSecond: number;
  /** Streams that are set aside because a fact of theirs could not be applied. */
  readonly parkedStreams: number;
  /** Nothing where there was no live view of this version to compare with; `notCompared` then says why. */
  readonly comparison?: Comparison;
  readonly notCompared?: string;
  readonly swapped: boolean;
}

const batch = 10_000;
/** When this little is left, the live view is held still for the rest. */
const nearly = 500;

/** Builds views anew from history, beside the live ones, while those are read and written. */
export class ViewBuilder {
  constructor(
    private readonly definitions: readonly ViewDefinition[],
    private readonly store: EventStore,
    private readonly pool: pg.Pool,
    private readonly connectionString: string,
    private readonly log: Log,
  ) {}

  get views(): readonly string[] {
    return this.definitions.map(({ name }) => name);
  }

  /**
   * Builds a view from the first fact, compares it with the live one row by row and puts it in its place, in one
   * transaction. Where the rows differ it does so only if asked (`acceptDifferences`) and says so either way.
   */
  rebuildView(name: string, options: RebuildOptions = {}): Promise<BuildReport> {
    return this.build(
      name,
      options,
      (comparison) => !comparison || comparison.equal || options.acceptDifferences === true,
    );
  }

  /** Builds a view from the first fact and compares it with the live one. Changes nothing. */
  verifyView(name: string, options: BuildOptions = {}): Promise<BuildReport> {
    return this.build(name, options, () => false);
  }

  private async build(
    name: string,
    options: BuildOptions,
    swaps: (comparison: Comparison | undefined) => boolean,
  ): Promise<BuildReport> {
    const definition = this.definitions.find((each) => each.name === name);
    if (!definition) throw new Error(`There is no view "${name}"; there are ${this.views.join(', ')}`);
    const locks = new Locks(this.connectionString);
    try {
      if ((await locks.take([`building:${name}`])).length === 0)
        throw new Error(`The view "${name}" is being built by another process`);
      return await this.buildAlone(definition, options, swaps);
    } finally {
      await locks.close();
    }
  }

  private async buildAlone(
    definition: ViewDefinition,
    options: BuildOptions,
    swaps: (comparison: Comparison | undefined) => boolean,
  ): Promise<BuildReport> {
    const { name } = definition;
    const began = performance.now();
    const { epoch } = await this.store.head();
    const site = await openSite(this.pool, definition, epoch);
    const held: Held = { listener: name, version: building, token: site.token, epoch };
    const parked = new ParkedStreams();
    await parked.load(this.pool, held);
    const table = new ViewTable(definition, 'views_building');
    const applier = new ViewApplier(definition, table, parked, this.pool, this.log);
    const meter = new Meter(name, site.position, options.onProgress);

    let position = site.position;
    const fold = async (upTo: number): Promise<void> => {
      let [waiting, read]: [Recorded[], number] = [[], 0];
      for await (const facts of factsBetween(this.store, position, upTo)) {
        options.signal?.throwIfAborted();
        const last = facts.at(-1)?.position ?? position;
        waiting = waiting.concat(facts.filter(({ type }) => handles(definition, type)));
        read += facts.length;
        if (waiting.length < batch && read < 5 * batch && last < upTo) continue;
        await applier.apply(held, waiting, last);
        [position, waiting, read] = [last, [], 0];
        meter.at(position, upTo);
      }
    };

    for (let goal = await this.goal(definition, epoch, this.pool); position < goal.position - nearly;) {
      await fold(goal.position);
      goal = await this.goal(definition, epoch, this.pool);
    }

    return inTransaction(this.pool, async (client) => {
      await client.query(
        `set local idle_in_transaction_session_timeout = '10min'; set local statement_timeout = 0;
         set local lock_timeout = '30s'; set local synchronous_commit = on; set local enable_seqscan = on`,
      );
      // The live table before its checkpoint, as its own writer locks them; reading goes on.
      await client.query(`lock table views.${quoted(tableOf(definition))} in exclusive mode`);
      await client.query('select from messaging.checkpoints where listener = $1 and version <> $2 for update', [
        ...[name, building],
      ]);
      const goal = await this.goal(definition, epoch, client);
      await fold(goal.position);
      const notCompared = goal.notCompared ?? (position > goal.position ? 'The live view is behind' : undefined);
      const comparison = notCompared === undefined ? await compareTables(client, tableOf(definition)) : undefined;
      const swapped = swaps(comparison);
      if (swapped) await swapTables(client, definition, { ...held, position });
      else await clearSite(client, definition);
      const seconds = (performance.now() - began) / 1000;
      return {
        ...{ view: name, position, facts: position - site.position, seconds, swapped, parkedStreams: parked.size },
        factsPerSecond: Math.round((position - site.position) / seconds),
        ...(comparison && { comparison }),
        ...(notCompared !== undefined && { notCompared }),
      };
    });
  }

  /** How far to build: to where the live view stands, so that the two can be compared; to the head where it cannot be. */
  private async goal(
    { name, version }: ViewDefinition,
    epoch: string,
    db: pg.Pool | pg.PoolClient,
  ): Promise<{ readonly position: number; readonly notCompared?: string }> {
    const head = await this.store.head();
    const known = (await checkpoints(db, [name])).filter((each) => each.version !== building);
    const live = known.find((each) => each.version === String(version));
    const notCompared = !live
      ? known.length > 0
        ? `The live view is of version ${known.map((each) => each.version).join(', ')}`
        : 'There is no live view yet'
      : live.epoch !== epoch
        ? 'The live view is of another epoch of the store'
        : live.position > head.position
          ? 'The live view is ahead of the store'
          : undefined;
    return notCompared === undefined && live
      ? { position: live.position }
      : { position: head.position, notCompared: notCompared ?? '' };
  }
}

/** Tells how fast a build goes, at most four times a second. */
class Meter {
  private readonly began = performance.now();
  private told = 0;

  constructor(
    private readonly view: string,
    private readonly from: number,
    private readonly tell: BuildOptions['onProgress'],
  ) {}

  at(done: number, total: number): void {
    const now = performance.now();
    if (!this.tell || (now - this.told < 250 && done < total)) return;
    this.told = now;
    const factsPerSecond = Math.max(1, Math.round(((done - this.from) * 1000) / (now - this.began)));
    const secondsLeft = Math.ceil((total - done) / factsPerSecond);
    this.tell({ view: this.view, done, total, factsPerSecond, secondsLeft });
  }
}
