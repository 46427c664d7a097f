import { EventStore, type Append, type AppendOutcome, type Head, type Loaded } from '@exeat/event-store';
import type { Fact, Recorded } from '@exeat/kernel';

/**
 * A store that says when something was appended through it, so that listeners of the same process look at once. Only a
 * hint: what other processes append is found by looking.
 */
export class AnnouncingEventStore extends EventStore {
  private readonly hearers: (() => void)[] = [];

  constructor(private readonly store: EventStore) {
    super();
  }

  onAppended(hear: () => void): void {
    this.hearers.push(hear);
  }

  override async append(command: Append): Promise<AppendOutcome> {
    const outcome = await this.store.append(command);
    if (outcome.outcome === 'appended') for (const hear of this.hearers) hear();
    return outcome;
  }

  override load<F extends Fact>(stream: string, commandId?: string): Promise<Loaded<F>> {
    return this.store.load<F>(stream, commandId);
  }

  override read(after: number, limit: number): Promise<readonly Recorded[]> {
    return this.store.read(after, limit);
  }

  override readCase(caseId: string, upTo?: number): Promise<readonly Recorded[]> {
    return this.store.readCase(caseId, upTo);
  }

  override head(): Promise<Head> {
    return this.store.head();
  }

  override nextNumber(series: 'application' | 'licence'): Promise<number> {
    return this.store.nextNumber(series);
  }
}
