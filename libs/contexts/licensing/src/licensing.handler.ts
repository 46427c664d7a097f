import { EventStore, transact } from '@exeat/event-store';
import { dayOf, type Done, type Envelope, type Refusal } from '@exeat/kernel';
import { Policy } from '@exeat/policy';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { complete, turnsOnRuleSet } from './complete.js';
import type { LicensingAsk } from './domain/commands.js';
import { licensing } from './domain/licensing.js';
import { whoMay } from './domain/rules.js';
import type { Licensing } from './domain/state.js';
import { streamOf } from './stream.js';

/** A command about one case at licensing. */
export class LicensingRequest extends Command<Done | Refusal> {
  constructor(
    readonly caseId: string,
    readonly command: LicensingAsk,
    readonly envelope: Envelope,
  ) {
    super();
  }
}

@CommandHandler(LicensingRequest)
export class LicensingHandler implements ICommandHandler<LicensingRequest> {
  constructor(
    private readonly store: EventStore,
    private readonly policy: Policy,
  ) {}

  async execute({ caseId, command, envelope }: LicensingRequest): Promise<Done | Refusal> {
    const ruleSet = this.policy.ruleSetOn(dayOf(command.at));
    // A number that is not used leaves a gap, which is harmless; one that came too late would be a licence without.
    const licenceNumber = command.type === 'Countersign' ? await this.drawNumber() : '';
    const lookups = { policy: this.policy, ruleSet, commandId: envelope.commandId, licenceNumber };
    return transact(this.store, licensing, {
      stream: streamOf(caseId),
      caseId,
      envelope,
      command,
      conceal: (state: Licensing) => whoMay(command, state),
      prepare: (state: Licensing) => complete(command, state, lookups),
      ...(turnsOnRuleSet(command) && { ruleSets: [ruleSet.id] }),
    });
  }

  private async drawNumber(): Promise<string> {
    return `D${String(await this.store.nextNumber('licence')).padStart(7, '0')}`;
  }
}
