import { useState, type ReactNode } from 'react';
import { shown } from '../../api/position';
import type { ApiProblem } from '../../api/problems';
import { LostRace } from '../../forms/lost-race';
import { Alert } from '../../ui/alert';
import { Button } from '../../ui/button';
import { ProblemText } from '../../ui/states';
import { Say } from '../../words/say';

interface RefusedProps {
  readonly caseId: string;
  readonly problem: ApiProblem | undefined;
  /** Left out where one has to look again before doing it again. */
  readonly onAgain?: () => Promise<void>;
  readonly onDiscard: () => void;
}

/** Why a button's command was not carried out: the rule it broke, or what somebody else did first. */
export const Refused = ({ caseId, problem, onAgain, onDiscard }: RefusedProps): ReactNode => {
  const [since] = useState(shown.position);
  if (!problem) return null;
  if (!problem.isStale)
    return (
      <Alert kind="error" isNews>
        <ProblemText error={problem} />
      </Alert>
    );
  if (onAgain) return <LostRace caseId={caseId} since={since} onAgain={onAgain} onDiscard={onDiscard} />;
  return (
    <Alert kind="warning" title={<Say id="decision.sign.changed" />} isNews>
      <p>
        <Say id="decision.sign.changed.body" />
      </p>
      <Button onClick={onDiscard}>
        <Say id="decision.sign.readAnew" />
      </Button>
    </Alert>
  );
};
