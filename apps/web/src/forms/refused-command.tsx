import { useState, type ReactNode } from 'react';
import type { Asked, useCommand } from '../api/command';
import { shown } from '../api/position';
import { Alert } from '../ui/alert';
import { ProblemText } from '../ui/states';
import { LostRace } from './lost-race';

type RefusedCommandProps = {
  readonly command: Pick<ReturnType<typeof useCommand>, 'problem' | 'run' | 'clear'>;
} & (Again | Overtaken);

/** Where it may be given once more, whatever somebody else has done. */
interface Again {
  readonly asked: Asked | undefined;
  readonly caseId: string;
  /** The position up to which the screen showed the log when the command was given. */
  readonly since: number;
  /** The version it stands at now. */
  readonly versionNow: () => Promise<number | undefined>;
}

/** Where one has to look again first. */
interface Overtaken {
  /** What is said then. */
  readonly overtaken: ReactNode;
}

/** Why a button's command was not carried out; where somebody was faster, what they did and the offer to try again. */
export const RefusedCommand = ({ command, ...offer }: RefusedCommandProps) => {
  const { problem, run, clear } = command;
  if (!problem) return null;
  if (problem.isStale && 'overtaken' in offer) return offer.overtaken;
  if (problem.isStale && 'asked' in offer && offer.asked) {
    const { asked, caseId, since, versionNow } = offer;
    return (
      <LostRace
        caseId={caseId}
        since={since}
        onAgain={async () => {
          const version = await versionNow();
          clear();
          await run({ ...asked, ...(version !== undefined && { version }) });
        }}
        onDiscard={clear}
      />
    );
  }
  return (
    <Alert kind="error" isNews>
      <ProblemText error={problem} />
    </Alert>
  );
};

/** What was last asked, and how far the page had read by then. */
export const useLastAsked = () => {
  const [last, setLast] = useState<{ readonly asked: Asked; readonly since: number }>();
  return {
    asked: last?.asked,
    since: last?.since ?? 0,
    /** To be told before the command is sent. */
    remember: (asked: Asked): Asked => {
      setLast({ asked, since: shown.position() });
      return asked;
    },
  };
};
