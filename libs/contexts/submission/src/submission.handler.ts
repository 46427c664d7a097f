import { digestOf, EventStore, transact } from '@exeat/event-store';
import { addDays, dayOf, type Done, type Envelope, type Refusal } from '@exeat/kernel';
import { Policy } from '@exeat/policy';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { AskToRegister, RegisterApplication, SubmissionAsk, SubmissionCommand } from './domain/commands.js';
import { contentOf } from './domain/completeness.js';
import { whoMay } from './domain/rules.js';
import type { Submission } from './domain/state.js';
import { submission } from './domain/submission.js';
import { streamOf } from './stream.js';

/** A command about one application. */
export class SubmissionRequest extends Command<Done | Refusal> {
  constructor(
    readonly caseId: string,
    readonly command: SubmissionAsk,
    readonly envelope: Envelope,
  ) {
    super();
  }
}

@CommandHandler(SubmissionRequest)
export class SubmissionHandler implements ICommandHandler<SubmissionRequest> {
  constructor(
    private readonly store: EventStore,
    private readonly policy: Policy,
  ) {}

  async execute({ caseId, command, envelope }: SubmissionRequest): Promise<Done | Refusal> {
    const asked = { stream: streamOf(caseId), caseId, envelope, command };
    if (command.type !== 'RegisterApplication')
      return transact(this.store, submission, {
        ...asked,
        conceal: (state) => whoMay(command, state),
        prepare: (state) => withDigest(command, state),
      });
    const { id, process } = this.policy.ruleSetOn(dayOf(command.at));
    const registration = await this.withNumber(command, process.resolveWithinDays);
    return transact(this.store, submission, { ...asked, prepare: () => registration, ruleSets: [id] });
  }

  /** Draws a number. One that is drawn for a registration sent twice stays unused: numbers may have gaps. */
  private async withNumber(command: AskToRegister, resolveWithinDays: number): Promise<RegisterApplication> {
    const drawn = await this.store.nextNumber('application');
    const number = `Z${String(drawn).padStart(6, '0')}`;
    const resolveBy = addDays(dayOf(command.at), resolveWithinDays);
    return { ...command, data: { ...command.data, number, resolveBy } };
  }
}

/** A submission freezes the content by its digest; an incomplete draft has none, and is refused anyway. */
const withDigest = (command: Exclude<SubmissionAsk, AskToRegister>, state: Submission): SubmissionCommand => {
  if (command.type !== 'SubmitApplication') return command;
  const content = state.status === 'not-started' ? undefined : contentOf(state.draft);
  return { ...command, data: { ...command.data, digest: content ? digestOf(content) : '' } };
};
