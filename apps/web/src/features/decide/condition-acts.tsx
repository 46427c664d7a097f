import type { Clause } from '../clauses/use-clauses';
import { RefusedCommand } from '../../forms/refused-command';
import { Button } from '../../ui/button';
import { Say } from '../../words/say';
import { FocusIn } from './focus-in';
import type { CaseCondition, LicensingCase } from './licensing-case';
import { DropForm, RewordForm } from './settle-forms';
import type { Adopting } from './use-adopting';

export type Act = 'adopt' | 'reword' | 'drop';

/** What can be done to a condition as it stands: adopting is settling it or bringing it back. */
export const actsOn = ({ standing }: Pick<CaseCondition, 'standing'>): readonly Act[] => {
  switch (standing) {
    case 'proposed':
      return ['adopt', 'reword', 'drop'];
    case 'dropped':
      return ['adopt'];
    default:
      return ['reword', 'drop'];
  }
};

interface ConditionActsProps {
  readonly view: LicensingCase;
  readonly condition: CaseCondition;
  readonly clause: Clause | undefined;
  /** The form that is open. */
  readonly open: Act | undefined;
  readonly onAct: (act: Act | undefined) => void;
  readonly adopting: Adopting;
}

/** Adopt at once; reword and drop by a form that asks why. */
export const ConditionActs = ({ view, condition, clause, open, onAct, adopting }: ConditionActsProps) => {
  const { conditionId, standing } = condition;
  const isMeant = adopting.conditionId === conditionId;
  const close = () => onAct(undefined);
  return (
    <div className="condition__acts">
      {isMeant && <RefusedCommand {...adopting.refused} />}
      {open !== undefined && (
        <FocusIn key={open}>
          {open === 'reword' && <RewordForm view={view} condition={condition} clause={clause} onClose={close} />}
          {open === 'drop' && <DropForm view={view} condition={condition} onClose={close} />}
        </FocusIn>
      )}
      {open === undefined && (
        <div className="form__end">
          {actsOn(condition).map((act) => (
            <Button
              key={act}
              look={act === 'adopt' && standing === 'proposed' ? 'primary' : 'outline'}
              isBusy={act === 'adopt' && isMeant && adopting.isRunning}
              describedBy={`condition-${conditionId}-title`}
              onClick={() => onAct(act)}
            >
              <Say id={act === 'adopt' && standing === 'dropped' ? 'decision.act.bringBack' : `decision.act.${act}`} />
            </Button>
          ))}
        </div>
      )}
    </div>
  );
};
