import { CommandHandler, Command, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, transact } from '@exeat/event-store';
import { dayOf, type Condition, type Done, type Envelope, type Refusal } from '@exeat/kernel';
import { Policy } from '@exeat/policy';
import { v5 } from 'uuid';
import type { ComplianceAsk, ComplianceCommand } from './domain/commands.js';
import type { ComplianceFact } from './domain/events.js';
import type { Licence } from './domain/ledger.js';
import { licence } from './domain/licence.js';
import { byItsHolder, notYourLicence } from './domain/rules.js';

/** A command about one licence. Its case is left out where the sender knows the licence by its number alone. */
export class ComplianceRequest extends Command<Done | Refusal> {
  constructor(
    readonly licenceNumber: string,
    readonly command: ComplianceAsk,
    readonly envelope: Envelope,
    readonly caseId?: string,
  ) {
    super();
  }
}

@CommandHandler(ComplianceRequest)
export class ComplianceHandler implements ICommandHandler<ComplianceRequest> {
  constructor(
    private readonly store: EventStore,
    private readonly policy: Policy,
  ) {}

  async execute({ licenceNumber, command, envelope, caseId: known }: ComplianceRequest) {
    const stream = `licence-${licenceNumber}`;
    const caseId = known ?? (await this.store.load<ComplianceFact>(stream)).facts[0]?.caseId;
    if (caseId === undefined) return notYourLicence();
    // The tolerance of the day of issue stays with the licence; nothing later asks the rules again.
    const ruleSet = command.type === 'IssueLicence' ? this.policy.ruleSetOn(dayOf(command.at)) : undefined;
    return transact(this.store, licence, {
      stream,
      caseId,
      envelope,
      command,
      conceal: (state) => strangerTo(state, command),
      prepare: (state) => complete(command, state, caseId, ruleSet?.process.valueTolerancePercent ?? '0'),
      ...(ruleSet && { ruleSets: [ruleSet.id] }),
    });
  }
}

/** What a person asks of a licence that is not theirs is answered as if there were none. */
const strangerTo = (state: Licence, command: ComplianceAsk): Refusal | undefined => {
  switch (command.type) {
    case 'FileLaboratoryCertificate':
    case 'RecordShipment':
    case 'FulfilObligation':
      return byItsHolder(state, command) ? undefined : notYourLicence();
    default:
      return undefined;
  }
};

/** The command with what it lacks. Ids follow from what they name, so that a repeated command names the same. */
const complete = (
  command: ComplianceAsk,
  state: Licence,
  caseId: string,
  valueTolerancePercent: string,
): ComplianceCommand => {
  const conditions = state.status === 'unissued' ? [] : state.conditions;
  switch (command.type) {
    case 'IssueLicence': {
      const { data } = command;
      const obligationIds = idsFor(data.conditions, data.licenceNumber);
      return { ...command, data: { ...data, valueTolerancePercent, obligationIds } };
    }
    case 'RecordShipment': {
      const { data } = command;
      const shipmentId = data.shipmentId ?? v5(`shipment ${data.reference}`, caseId);
      return { ...command, data: { ...data, shipmentId, obligationIds: idsFor(conditions, shipmentId) } };
    }
    case 'FileLaboratoryCertificate': {
      const { data } = command;
      const certificateId = data.certificateId ?? v5(`certificate ${data.laboratory} ${data.reference}`, caseId);
      return { ...command, data: { ...data, certificateId } };
    }
    case 'CloseReportingPeriod':
      return { ...command, data: { ...command.data, obligationIds: idsFor(conditions, command.data.period) } };
    default:
      return command;
  }
};

const idsFor = (conditions: readonly Condition[], about: string): Record<string, string> =>
  Object.fromEntries(conditions.map(({ conditionId }) => [conditionId, v5(about, conditionId)]));
