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

/** A stream as somebody may see it. */
export interface Reading<Document = unknown> {
  readonly document: Document;
  /** The stream's version: what the next `If-Match` has to name. */
  readonly version: number;
}

/** What a reading of a stream is answered with: the document. Its version becomes the `ETag` at the rim. */
export class ReadingAnswer implements Reading {
  constructor(
    readonly document: unknown,
    readonly version: number,
  ) {}
}

/** What was found; throws the refusal otherwise, to become problem details. */
export const foundOrProblem = <Found>(found: Found | Refusal): Found => {
  if (isRefusal(found)) throw new RefusalError(found.refused);
  return found;
};

/** The answer to a reading; throws the refusal otherwise, to become problem details. */
export const readOrProblem = (found: Reading | Refusal): ReadingAnswer => {
  const { document, version } = foundOrProblem(found);
  return new ReadingAnswer(document, version);
};

/** The answer to a command that was carried out; throws the refusal otherwise, to become problem details. */
export const orProblem = (outcome: Done | Refusal): CommandAnswer => {
  if (isRefusal(outcome)) throw new RefusalError(outcome.refused);
  return new CommandAnswer(outcome.caseId, outcome.version, outcome.position);
};
