import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Card } from '../../ui/summary-list';
import { Say } from '../../words/say';
import type { LicensingCase } from './licensing-case';

interface Step {
  readonly key: string;
  readonly what: ReactNode;
  readonly who: ReactNode;
  readonly links?: ReactNode;
}

const part = (name: string, propose?: string) =>
  `?${new URLSearchParams({ part: name, ...(propose !== undefined && { propose }) }).toString()}`;

/** What still has to happen before the case is decided: what bars an approval, and the next step; who can do each. */
export const StillOpen = ({ view }: { readonly view: LicensingCase }) => {
  const steps = stepsOf(view);
  return (
    <Card id="open" title={<Say id="decision.open" />}>
      {steps.length === 0 ? (
        <p>
          <Say id="decision.open.nothing" />
        </p>
      ) : (
        <ul className="open-steps">
          {steps.map(({ key, what, who, links }) => (
            <li key={key}>
              <p>{what}</p>
              <p className="open-steps__who">{who}</p>
              {links !== undefined && <p className="open-steps__links">{links}</p>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
};

const stepsOf = (view: LicensingCase): readonly Step[] => {
  const { status, route, signatures, signaturesRequired, conditions } = view;
  const unsettled = conditions.filter(({ standing }) => standing === 'proposed').length;
  switch (status) {
    case 'settling':
      return [
        ...(route === 'decision' ? view.gates.map((gate, index) => gateStep(gate, index, unsettled)) : []),
        {
          key: 'proposal',
          what: <Say id={route === 'decision' ? 'decision.open.proposal' : 'decision.open.confirmation'} />,
          who: <Say id="decision.open.officer" />,
          links: (
            <Link to={part('decision')}>
              <Say id="decision.open.propose" />
            </Link>
          ),
        },
      ];
    case 'proposed':
      return [
        {
          key: 'signatures',
          what: (
            <Say
              id="decision.open.signatures"
              left={signaturesRequired - signatures.length}
              required={signaturesRequired}
            />
          ),
          who: <Say id="decision.open.countersigner" />,
          links: (
            <Link to={part('decision')}>
              <Say id="decision.open.read" />
            </Link>
          ),
        },
      ];
    case 'notice-issued':
      return [
        {
          key: 'answer',
          what: <Say id="decision.open.answer" />,
          who: <Say id="decision.open.applicant" />,
          links: (
            <Link to={part('decision')}>
              <Say id="decision.open.notice" />
            </Link>
          ),
        },
      ];
    default:
      return [];
  }
};

const gateStep = ({ code, sentence }: LicensingCase['gates'][number], index: number, unsettled: number): Step => {
  const isOfConditions = code === 'CONDITIONS_UNSETTLED';
  return {
    key: `${code}-${index}`,
    // The list beside it names each of them.
    what: isOfConditions ? <Say id="decision.open.unsettled" count={unsettled} /> : sentence,
    who: <Say id={isOfConditions ? 'decision.open.officer' : 'decision.open.fixed'} />,
    links: isOfConditions ? (
      <Link to={part('conditions')}>
        <Say id="decision.open.settle" />
      </Link>
    ) : (
      <>
        <Link to={part('decision', 'denial')}>
          <Say id="decision.propose.denial" />
        </Link>{' '}
        <Link to={part('decision', 'return')}>
          <Say id="decision.propose.return" />
        </Link>
      </>
    ),
  };
};
