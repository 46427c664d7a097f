import { StoreBusy, StoreUnavailable } from '@exeat/event-store';
import { isRefusal, type Done, type Refusal } from '@exeat/kernel';
import type { ICommand } from '@nestjs/cqrs';
import { backoff, pause } from '../feed/pause.js';
import { NoMore } from '../feed/feed.js';

/** Carries out a command: Nest's command bus. */
export type Dispatch = (command: ICommand) => Promise<Done | Refusal>;

/** A command that Exeat asked for by a rule was turned down, or could not be carried out at all. */
export class NotDone extends Error {
  override readonly name = 'NotDone';
}

/**
 * Asks until there is an answer: while the store is busy or away it waits, for as long as that lasts. Throws what the
 * handler threw, and `NoMore` where the signal came first.
 */
export const answerTo = async (command: ICommand, dispatch: Dispatch, signal: AbortSignal): Promise<Done | Refusal> => {
  for (let attempt = 1; !signal.aborted; attempt++)
    try {
      return await dispatch(command);
    } catch (error) {
      if (error instanceof StoreBusy) await pause(error.retryAfterSeconds * 1000, signal);
      else if (error instanceof StoreUnavailable) await pause(backoff(attempt, 100, 5000), signal);
      else throw error;
    }
  throw new NoMore('Stopping');
};

export const codesOf = (outcome: Done | Refusal): readonly string[] =>
  isRefusal(outcome) ? [...new Set(outcome.refused.map(({ code }) => code))] : [];

export const sentenceOf = ({ refused }: Refusal): string => refused.map(({ sentence }) => sentence).join(' ');
