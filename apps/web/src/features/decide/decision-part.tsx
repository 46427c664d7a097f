import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { useMay, useMe } from '../../session/me';
import { useAddress } from '../../ui/address';
import { Alert } from '../../ui/alert';
import { Card } from '../../ui/summary-list';
import { AddressTabs } from '../../ui/tabs';
import { Say, useSay } from '../../words/say';
import type { CaseOverview } from '../case/case-types';
import { DecisionOf } from '../case/decision-of';
import { ApproveForm } from './approve-form';
import { DenyForm } from './deny-form';
import { focusUnlessElsewhere } from './focus-in';
import type { LicensingCase } from './licensing-case';
import { NoticeRunning } from './notice-running';
import { ConfirmForm, ReturnForm } from './other-forms';
import { ProposalCard } from './proposal-card';
import { whyNotDecide } from './who-may';

interface DecisionPartProps {
  readonly view: LicensingCase;
  readonly overview: CaseOverview;
}

/** The decision itself: proposing it, signing it, and what came of it. */
export const DecisionPart = ({ view, overview }: DecisionPartProps) => {
  const me = useMe();
  const { status, proposal } = view;
  // Whoever is writing a proposal when somebody else's comes first keeps what was typed, and is told.
  const [isWriting, setWriting] = useState(status === 'settling');
  const overtaken = isWriting && proposal !== undefined && proposal.officer.id !== me.actor.id;
  const box = useRef<HTMLDivElement>(null);
  const stands = `${status}-${view.signatures.length}`;
  const stood = useRef(stands);
  useEffect(() => {
    if (stood.current !== stands) focusUnlessElsewhere(box.current);
    stood.current = stands;
  }, [stands]);
  const isOver = status === 'granted' || status === 'denied' || status === 'no-licence-required';
  return (
    <div ref={box} tabIndex={-1} className="decision-part">
      {isOver && <Outcome view={view} />}
      {isOver && <DecisionOf overview={overview} />}
      {status === 'cancelled' && (
        <Alert kind="info" title={<Say id="decision.cancelled" />}>
          <Say id="decision.cancelled.body" />
        </Alert>
      )}
      {status === 'notice-issued' && <NoticeRunning view={view} />}
      {proposal && <ProposalCard view={view} proposal={proposal} />}
      {overtaken && (
        <Alert kind="warning" title={<Say id="decision.overtaken" name={proposal.officer.name} />} isNews>
          <Say id="decision.overtaken.body" />
        </Alert>
      )}
      {(status === 'settling' || overtaken) && (
        <Propose
          view={view}
          overview={overview}
          onDiscard={() => setWriting(false)}
          onProposed={() => setWriting(false)}
        />
      )}
    </div>
  );
};

type Kind = 'approval' | 'denial' | 'no-licence-required' | 'return';
const onRoute = {
  decision: ['approval', 'denial', 'return'],
  confirmation: ['no-licence-required', 'return'],
} as const satisfies Record<LicensingCase['route'], readonly Kind[]>;

interface ProposeProps extends DecisionPartProps {
  readonly onDiscard: () => void;
  readonly onProposed: () => void;
}

/** What can be proposed on the case's route, each with a form and an address of its own. */
const Propose = ({ view, overview, onDiscard, onProposed }: ProposeProps) => {
  const say = useSay();
  const whyNot = whyNotDecide(useMe(), view);
  const asked = useAddress().get('propose');
  const offered: readonly Kind[] = onRoute[view.route];
  const kind = offered.find((each) => each === asked) ?? offered[0] ?? 'return';
  const { sentBack, answer } = view;
  return (
    <Card id="propose" title={<Say id="decision.propose" />}>
      {sentBack && (
        <Alert kind="warning" title={<Say id="decision.sentBack" name={sentBack.countersigner.name} />}>
          <span className="decision-text__withheld">{sentBack.reason}</span>
        </Alert>
      )}
      {answer !== undefined && (
        <Alert kind="info" title={<Say id="decision.answered" />}>
          <span className="decision-text__withheld">{answer}</span>
        </Alert>
      )}
      {whyNot === undefined ? (
        <>
          <AddressTabs
            name="propose"
            label={say('decision.propose')}
            tabs={offered.map((value, index) => ({
              value: index === 0 ? '' : value,
              label: say(`decision.propose.${value}`),
            }))}
          />
          {kind === 'approval' && view.gates.length > 0 && (
            <Alert kind="warning" title={<Say id="decision.gates.bar" />}>
              <Say id="decision.gates.bar.body" />
            </Alert>
          )}
          {kind === 'approval' && <ApproveForm view={view} onDiscard={onDiscard} onProposed={onProposed} />}
          {kind === 'denial' && <DenyForm view={view} onDiscard={onDiscard} onProposed={onProposed} />}
          {kind === 'no-licence-required' && <ConfirmForm view={view} onDiscard={onDiscard} onProposed={onProposed} />}
          {kind === 'return' && <ReturnForm overview={overview} />}
        </>
      ) : (
        <Alert kind="info" isSlim>
          <Say id={whyNot} />
        </Alert>
      )}
    </Card>
  );
};

const Outcome = ({ view }: Pick<DecisionPartProps, 'view'>) => {
  const may = useMay();
  const { status, licenceNumber, caseId } = view;
  return (
    <Alert
      kind={status === 'denied' ? 'warning' : 'success'}
      title={<Say id={`decision.outcome.${status === 'granted' || status === 'denied' ? status : 'none'}`} />}
    >
      <ul className="outcome">
        {licenceNumber !== undefined && (
          <li>
            <Link to={`/licences/${licenceNumber}`}>
              <Say id="decision.outcome.licence" number={licenceNumber} />
            </Link>
          </li>
        )}
        <li>
          <Link to={`/cases/${caseId}`}>
            <Say id="decision.toCase" />
          </Link>
        </li>
        {may('worklist:read') && (
          <li>
            <Link to="/decisions">
              <Say id="decision.toList" />
            </Link>
          </li>
        )}
      </ul>
    </Alert>
  );
};
