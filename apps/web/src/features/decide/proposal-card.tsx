import { useState } from 'react';
import { useMe } from '../../session/me';
import { Alert } from '../../ui/alert';
import { Button } from '../../ui/button';
import { useShortcut } from '../../ui/shortcuts';
import { Card } from '../../ui/summary-list';
import { Say, useSay } from '../../words/say';
import { DecisionText } from './decision-text';
import { FocusIn } from './focus-in';
import type { LicensingCase, Proposed } from './licensing-case';
import { SendBackForm } from './other-forms';
import { SignDialog } from './sign-dialog';
import { hasSigned, whyNotSign } from './who-may';

interface ProposalCardProps {
  readonly view: LicensingCase;
  readonly proposal: Proposed;
}

/** What is proposed and who has signed it; signing and sending back for whoever may. */
export const ProposalCard = ({ view, proposal }: ProposalCardProps) => {
  const say = useSay();
  const me = useMe();
  const whyNot = whyNotSign(me, view);
  const signed = hasSigned(me, view);
  // What is signed is what was on the screen when the dialog opened, whatever happens to the case meanwhile.
  const [signing, setSigning] = useState<ProposalCardProps>();
  const [isSendingBack, setSendingBack] = useState(false);
  const maySign = whyNot === undefined && !signed;
  useShortcut('s', say('decision.key.sign'), () => setSigning({ view, proposal }), maySign);
  useShortcut('b', say('decision.key.sendBack'), () => setSendingBack(true), whyNot === undefined);
  const { decision, officer } = proposal;
  return (
    <Card id="proposal" title={<Say id={`decision.proposal.${decision}`} name={officer.name} />}>
      <p>
        <strong>
          <Say id="decision.signatures" given={view.signatures.length} required={view.signaturesRequired} />
        </strong>{' '}
        {view.signatures.length > 0 && (
          <Say id="decision.signatures.by" names={view.signatures.map(({ name }) => name).join(', ')} />
        )}
      </p>
      <DecisionText decision={proposal} view={view} />
      {whyNot !== undefined && (
        <Alert kind="info" isSlim>
          <Say id={whyNot} />
        </Alert>
      )}
      {signed && (
        <Alert kind="info" isSlim>
          <Say id="decision.mayNot.signed" />
        </Alert>
      )}
      {whyNot === undefined && !isSendingBack && (
        <div className="form__end">
          {maySign && (
            <Button onClick={() => setSigning({ view, proposal })}>
              <Say id="decision.sign.open" />
            </Button>
          )}
          <Button look="outline" onClick={() => setSendingBack(true)}>
            <Say id="decision.sendBack" />
          </Button>
        </div>
      )}
      {isSendingBack && whyNot === undefined && (
        <FocusIn>
          <SendBackForm view={view} onClose={() => setSendingBack(false)} />
        </FocusIn>
      )}
      <SignDialog signing={signing} onClose={() => setSigning(undefined)} />
    </Card>
  );
};
