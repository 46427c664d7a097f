import { EventStore, transact } from '@exeat/event-store';
import { dayOf, type Done, type Envelope, type Refusal } from '@exeat/kernel';
import { Policy, type RuleSet } from '@exeat/policy';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type {
  AskToComplete,
  AskToRecordFinding,
  CompleteReview,
  RecordFinding,
  TechnicalReviewAsk,
} from './domain/commands.js';
import { whoMay } from './domain/rules.js';
import type { TechnicalReview } from './domain/state.js';
import { technicalReview } from './domain/technical-review.js';
import { streamOf } from './stream.js';

/** A command about the technical review of one case. */
export class TechnicalReviewRequest extends Command<Done | Refusal> {
  constructor(
    readonly caseId: string,
    readonly command: TechnicalReviewAsk,
    readonly envelope: Envelope,
  ) {
    super();
  }
}

@CommandHandler(TechnicalReviewRequest)
export class TechnicalReviewHandler implements ICommandHandler<TechnicalReviewRequest> {
  constructor(
    private readonly store: EventStore,
    private readonly policy: Policy,
  ) {}

  execute({ caseId, command, envelope }: TechnicalReviewRequest): Promise<Done | Refusal> {
    const conceal = (state: TechnicalReview) => whoMay(command, state);
    const asked = { stream: streamOf(caseId), caseId, envelope, command, conceal };
    switch (command.type) {
      case 'RecordFinding': {
        const ruleSet = this.policy.ruleSetOn(dayOf(command.at));
        const prepare = (state: TechnicalReview) => this.withComputation(command, state, ruleSet);
        return transact(this.store, technicalReview, { ...asked, prepare, ruleSets: [ruleSet.id] });
      }
      case 'CompleteReview': {
        const ruleSet = this.policy.ruleSetOn(dayOf(command.at));
        const prepare = (state: TechnicalReview) => this.withRequirements(command, state, ruleSet);
        return transact(this.store, technicalReview, { ...asked, prepare, ruleSets: [ruleSet.id] });
      }
      default:
        return transact(this.store, technicalReview, { ...asked, prepare: () => command });
    }
  }

  /** What the rule set computes for the line; nothing where there is no such line. */
  private withComputation(command: AskToRecordFinding, state: TechnicalReview, ruleSet: RuleSet): RecordFinding {
    const items = state.status === 'not-open' ? [] : state.file.content.items;
    const item = items.find(({ line }) => line === command.data.line);
    const computation = item && this.policy.classify(item.specification, ruleSet);
    return { ...command, data: { ...command.data, ...(computation && { computation }) } };
  }

  /** What the rule set requires, given the findings; and what it could not test for want of a figure. */
  private withRequirements(command: AskToComplete, state: TechnicalReview, ruleSet: RuleSet): CompleteReview {
    if (state.status === 'not-open')
      return { ...command, data: { requirements: [], untested: [], ruleSet: ruleSet.id } };
    const { applicant, content } = state.file;
    const reviewed = { applicant, content, findings: state.findings };
    const day = dayOf(command.at);
    const requirements = this.policy.requirementsFor(reviewed, ruleSet, day);
    const untested = this.policy
      .unresolved(reviewed, ruleSet, day)
      // The decider asks for findings itself, line by line.
      .filter(({ code }) => code !== 'FINDING_MISSING' && code !== 'FINDING_UNDETERMINED')
      .map(({ sentence }) => sentence);
    return { ...command, data: { requirements, untested, ruleSet: ruleSet.id } };
  }
}
