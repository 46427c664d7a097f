import {
  fold,
  isRefusal,
  refuse,
  type Command,
  type Decider,
  type Done,
  type Envelope,
  type Fact,
  type Refusal,
} from '@exeat/kernel';
import type { EventStore, Receipt } from './contract.js';
import { requestDigest } from './request-digest.js';

/** A command on its way to a stream. */
export interface Asked<State, C extends Command> {
  readonly stream: string;
  readonly caseId: string;
  readonly envelope: Envelope;
  /** What was asked, as it came in: the receipt remembers its digest. */
  readonly command: Command;
  /** Completes the command with lookups (rules, numbers) that depend on the state. Pure. */
  readonly prepare: (state: State) => C | Refusal;
  /** Turns away who may not learn that the stream exists; asked before a stale version is spoken of. Pure. */
  readonly conceal?: (state: State) => Refusal | undefined;
  /** The rule sets that the lookups used. */
  readonly ruleSets?: readonly string[];
}

const attempts = 8;

/**
 * Loads, decides, appends; every context uses it. A version conflict is retried here and nowhere else, unless the
 * sender said which version it saw. A command that was carried out before gets its first answer.
 */
export const transact = async <S, C extends Command, F extends Fact, R extends string>(
  store: EventStore,
  decider: Decider<S, C, F, R>,
  asked: Asked<S, C>,
): Promise<Done | Refusal<string>> => {
  const { stream, caseId, command, envelope } = asked;
  const digest = requestDigest(stream, command);
  for (let attempt = 1; ; attempt++) {
    const { facts, version, receipt } = await store.load<F>(stream, envelope.commandId);
    if (receipt) return receipt.requestDigest === digest ? done(receipt, true) : reused;

    const state = fold(decider, facts as unknown as readonly F[]);
    const concealed = asked.conceal?.(state);
    if (concealed) return concealed;
    if (envelope.expectedVersion !== undefined && envelope.expectedVersion !== version) return stale(version);
    const prepared = asked.prepare(state);
    if (isRefusal(prepared)) return prepared;
    const outcome = decider.decide(prepared, state);
    if (isRefusal(outcome)) return outcome;

    const { commandId, correlationId, causationId, traceparent } = envelope;
    const appended = await store.append({
      stream,
      caseId,
      commandId,
      requestDigest: digest,
      expect: version === 0 ? 'none' : { exact: version },
      facts: outcome,
      meta: {
        actor: command.by,
        at: command.at,
        commandId,
        correlationId,
        ...(causationId !== undefined && { causationId }),
        ...(traceparent !== undefined && { traceparent }),
        ...(asked.ruleSets !== undefined && { ruleSets: asked.ruleSets }),
      },
    });
    switch (appended.outcome) {
      case 'appended':
        return done(appended.receipt, false);
      case 'repeated':
        return done(appended.receipt, true);
      case 'mismatch':
        return reused;
      case 'conflict':
        if (envelope.expectedVersion !== undefined || attempt === attempts) return stale(appended.actualVersion);
    }
  }
};

const done = ({ caseId, stream, version, position, facts }: Receipt, replayed: boolean): Done => ({
  done: true,
  caseId,
  stream,
  version,
  position,
  facts,
  replayed,
});

const stale = (actual: number) =>
  refuse(
    'STALE_VERSION',
    `The case has changed since you read it; it is now at version ${actual}. Read it and ask again.`,
  );

const reused = refuse(
  'COMMAND_ID_REUSED',
  'This command id was used before for something else. Send a new Idempotency-Key for a new command.',
);
