import { isRefusal, type Done, type Refusal } from '@exeat/kernel';
import { RefusalError } from './problem-error.js';

/** What a carried-out command is answered with. `ETag` and `Exeat-Position` are set from it at the rim. */
export class CommandAnswer {
  constructor(
    readonly caseId: string,
    /** The stream's version after the command: what the next `If-Match` has to name. */
    readonly version: number,
    /** The position of the command's last fact: a view asked to be at least here shows them. */
    readonly position: number,
  ) {}
}

/** The answer to a command that was carried out; throws the refusal otherwise, to become problem details. */
export const orProblem = (outcome: Done | Refusal): CommandAnswer => {
  if (isRefusal(outcome)) throw new RefusalError(outcome.refused);
  return new CommandAnswer(outcome.caseId, outcome.version, outcome.position);
};
