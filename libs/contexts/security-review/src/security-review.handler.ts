import { EventStore, transact } from '@exeat/event-store';
import { dayOf, type Done, type Envelope, type Refusal } from '@exeat/kernel';
import { Policy } from '@exeat/policy';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v5 } from 'uuid';
import type { AskToTakePosition, FilledCondition, SecurityReviewAsk, TakePosition } from './domain/commands.js';
import { whoMay } from './domain/rules.js';
import { securityReview } from './domain/security-review.js';
import type { SecurityReview } from './domain/state.js';
import { streamOf } from './stream.js';

/** A command about the security review of one case. */
export class SecurityReviewRequest extends Command<Done | Refusal> {
  constructor(
    readonly caseId: string,
    readonly command: SecurityReviewAsk,
    readonly envelope: Envelope,
  ) {
    super();
  }
}

@CommandHandler(SecurityReviewRequest)
export class SecurityReviewHandler implements ICommandHandler<SecurityReviewRequest> {
  constructor(
    private readonly store: EventStore,
    private readonly policy: Policy,
  ) {}

  execute({ caseId, command, envelope }: SecurityReviewRequest): Promise<Done | Refusal> {
    const conceal = (state: SecurityReview) => whoMay(command, state);
    const asked = { stream: streamOf(caseId), caseId, envelope, command, conceal };
    switch (command.type) {
      case 'OpenSecurityReview': {
        const ruleSet = this.policy.ruleSetOn(dayOf(command.at));
        const { file, findings, requirements } = command.data;
        const referrals = this.policy.referralsFor({ content: file.content, findings, requirements }, ruleSet);
        const prepare = () => ({ ...command, data: { ...command.data, referrals } });
        return transact(this.store, securityReview, { ...asked, prepare, ruleSets: [ruleSet.id] });
      }
      case 'TakePosition': {
        const filled = this.withClauses(command, envelope.commandId);
        return transact(this.store, securityReview, { ...asked, prepare: () => filled });
      }
      default:
        return transact(this.store, securityReview, { ...asked, prepare: () => command });
    }
  }

  /** Ids follow from the command's, so that a command that is sent again proposes the same conditions. */
  private withClauses(command: AskToTakePosition, commandId: string): TakePosition {
    const conditions = command.data.conditions.map((asked, index) =>
      this.filled(asked, v5(`condition ${index}`, commandId), command.by.organisation),
    );
    return { ...command, data: { ...command.data, conditions } };
  }

  private filled(
    { clause, version, parameters, reason }: AskToTakePosition['data']['conditions'][number],
    conditionId: string,
    proposedBy: string,
  ): FilledCondition {
    const wording = this.policy.fillClause({ clause, parameters, ...(version !== undefined && { version }) });
    if (Array.isArray(wording)) return { problems: wording };
    const financial = this.policy
      .clauses()
      .some((known) => known.clause === clause && known.kind === 'condition' && known.category === 'financial');
    return { proposal: { condition: { conditionId, ...wording }, proposedBy, reason }, financial };
  }
}
