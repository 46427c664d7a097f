import { useEffect, useRef, useState } from 'react';
import { useMe } from '../../session/me';
import { Alert } from '../../ui/alert';
import { Button } from '../../ui/button';
import { useShortcut } from '../../ui/shortcuts';
import { Empty } from '../../ui/states';
import { Say, useSay } from '../../words/say';
import { AddCondition } from './add-condition';
import { actsOn, type Act } from './condition-acts';
import { cardId, ConditionCard } from './condition-card';
import { focusUnlessElsewhere } from './focus-in';
import type { LicensingCase } from './licensing-case';
import { useAdopting } from './use-adopting';
import { whyNotDecide } from './who-may';

interface ConditionsPartProps {
  readonly view: LicensingCase;
  readonly agencyName: (agency: string) => string;
}

/** What the licence would bind to: each condition to adopt, reword or drop; by keys from one to the next. */
export const ConditionsPart = ({ view, agencyName }: ConditionsPartProps) => {
  const say = useSay();
  const { conditions, status, route } = view;
  const whyNot = whyNotDecide(useMe(), view);
  const mayAct = status === 'settling' && whyNot === undefined;
  const [current, setCurrent] = useState<string>();
  const [open, setOpen] = useState<{ readonly conditionId: string; readonly act: Act }>();
  const [isAdding, setAdding] = useState(false);
  const [told, setTold] = useState('');

  const place = conditions.findIndex(({ conditionId }) => conditionId === current);
  const go = (to: number) => {
    const next = conditions[Math.max(0, Math.min(conditions.length - 1, to))];
    if (!next) return;
    setCurrent(next.conditionId);
    const card = document.getElementById(cardId(next.conditionId));
    card?.scrollIntoView({ block: 'nearest' });
    card?.focus({ preventScroll: true });
  };
  // What was pressed last may be gone with what it did.
  const [done, setDone] = useState(0);
  const settled = () => setDone((count) => count + 1);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (done === 0) return;
    const card = current === undefined ? null : document.getElementById(cardId(current));
    focusUnlessElsewhere(card ?? title.current);
  }, [current, done]);
  const adopting = useAdopting(view, settled);
  const doTo = (conditionId: string, act: Act) => {
    setCurrent(conditionId);
    setAdding(false);
    setTold('');
    if (act === 'adopt') {
      setOpen(undefined);
      adopting.adopt(conditionId);
    } else setOpen({ conditionId, act });
  };
  const doToCurrent = (act: Act) => {
    const condition = conditions[Math.max(0, place)];
    if (condition && actsOn(condition).includes(act)) doTo(condition.conditionId, act);
    else if (condition) setTold(say(`decision.act.${act}.already`, { place: conditions.indexOf(condition) + 1 }));
  };
  useShortcut('n', say('decision.key.next'), () => go(place + 1), conditions.length > 0);
  useShortcut('p', say('decision.key.previous'), () => go(place - 1), conditions.length > 0);
  useShortcut('a', say('decision.key.adopt'), () => doToCurrent('adopt'), mayAct && conditions.length > 0);
  useShortcut('r', say('decision.key.reword'), () => doToCurrent('reword'), mayAct && conditions.length > 0);
  useShortcut('d', say('decision.key.drop'), () => doToCurrent('drop'), mayAct && conditions.length > 0);
  const isSettling = status === 'settling';
  const unsettled = conditions.filter(({ standing }) => standing === 'proposed').length;
  return (
    <section aria-labelledby="conditions-title" className="conditions-part">
      <div className="conditions-part__head">
        <h2 id="conditions-title" ref={title} tabIndex={-1}>
          <Say id="decision.conditions.title" count={conditions.length} unsettled={unsettled} />
        </h2>
        {mayAct && route === 'decision' && !isAdding && (
          <Button
            look="outline"
            onClick={() => {
              setOpen(undefined);
              setAdding(true);
            }}
          >
            <Say id="decision.add" />
          </Button>
        )}
      </div>
      {isSettling && whyNot !== undefined && (
        <Alert kind="info" isSlim>
          <Say id={whyNot} />
        </Alert>
      )}
      {!isSettling && (
        <Alert kind="info" isSlim>
          <Say id={status === 'proposed' ? 'decision.conditions.frozen' : 'decision.conditions.final'} />
        </Alert>
      )}
      <p className="usa-sr-only" role="status">
        {told}
      </p>
      {isAdding && mayAct && (
        <AddCondition
          view={view}
          onClose={() => {
            setAdding(false);
            setCurrent(undefined);
            settled();
          }}
        />
      )}
      {conditions.length === 0 && !isAdding && (
        <Empty title={<Say id="decision.conditions.none" />}>
          <p>
            <Say id="decision.conditions.none.body" />
          </p>
        </Empty>
      )}
      {conditions.map((condition, index) => (
        <ConditionCard
          key={condition.conditionId}
          view={view}
          condition={condition}
          place={index + 1}
          isCurrent={condition.conditionId === current}
          mayAct={mayAct}
          proposer={
            condition.proposal.proposedBy === 'licensing'
              ? say('decision.licensing')
              : agencyName(condition.proposal.proposedBy)
          }
          open={open?.conditionId === condition.conditionId ? open.act : undefined}
          adopting={adopting}
          onAct={(act) => {
            if (act !== undefined) return doTo(condition.conditionId, act);
            setOpen(undefined);
            settled();
          }}
        />
      ))}
    </section>
  );
};
