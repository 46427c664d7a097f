import type { ReactNode } from 'react';
import { FindingOf } from '../case/finding-of';
import { PositionTag } from '../case/referrals-of';
import { RequirementsOf } from '../case/requirements-of';
import { Alert } from '../../ui/alert';
import { SimpleTable } from '../../ui/simple-table';
import { Card } from '../../ui/summary-list';
import { Tag } from '../../ui/tag';
import { Say, useSay } from '../../words/say';
import { disagreementOf, type Disagreement } from './disagreement';
import type { LicensingCase } from './licensing-case';
import { StandingTag } from './standing-tag';

interface PositionsPartProps {
  readonly view: LicensingCase;
  readonly agencyName: (agency: string) => string;
}

/** What the decision rests on: where the agencies stand, side by side, why a licence is needed, and what was found. */
export const PositionsPart = ({ view, agencyName }: PositionsPartProps) => (
  <>
    <Card id="positions" title={<Say id="decision.positions" />}>
      {view.positions.length === 0 ? (
        <p>
          <Say id="decision.positions.none" />
        </p>
      ) : (
        <Positions view={view} agencyName={agencyName} />
      )}
    </Card>
    <Card id="requirements" title={<Say id="decision.requirements" />}>
      {view.requirements.length === 0 ? (
        <p>
          <Say id="decision.requirements.none" />
        </p>
      ) : (
        <RequirementsOf requirements={view.requirements} />
      )}
    </Card>
    {view.findings.map((finding, index) => (
      <Card
        key={finding.line}
        id={`finding-${finding.line}`}
        title={<Say id="decision.finding" line={finding.line} model={finding.model} />}
      >
        <FindingOf finding={finding} at={`/review/findings/${index}`} />
      </Card>
    ))}
  </>
);

const Positions = ({ view, agencyName }: PositionsPartProps) => {
  const disagreement = disagreementOf(view.positions);
  const say = useSay();
  return (
    <>
      <DisagreementTold disagreement={disagreement} />
      <div className="positions">
        <SimpleTable
          caption={<Say id="decision.positions" />}
          hidesCaption
          rows={view.positions}
          keyOf={({ agency }) => agency}
          columns={[
            {
              key: 'agency',
              head: <Say id="decision.positions.agency" />,
              isRowHead: true,
              cell: ({ agency }) => agencyName(agency),
            },
            {
              key: 'position',
              head: <Say id="decision.positions.position" />,
              cell: ({ position, silent }) => (
                <div className="stance">
                  <PositionTag stance={silent ? 'silent' : position} />
                  {(position === 'object' || position === 'return') && (
                    <Tag tone="bad">
                      <Say id="decision.positions.bars" />
                    </Tag>
                  )}
                </div>
              ),
            },
            {
              key: 'reasons',
              head: <Say id="decision.positions.reasons" />,
              cell: ({ reasons }) => reasons ?? <NotGiven />,
            },
            {
              key: 'conditions',
              head: <Say id="decision.positions.conditions" />,
              cell: ({ agency }) => (
                <ProposedBy view={view} agency={agency} label={say('decision.positions.conditions')} />
              ),
            },
          ]}
        />
      </div>
    </>
  );
};

/** Whether the agencies stand together, in a sentence. */
const DisagreementTold = ({ disagreement }: { readonly disagreement: Disagreement }): ReactNode => {
  const { kind, barring, clear } = disagreement;
  return (
    <Alert kind={kind === 'agree' ? 'success' : kind === 'conditions' ? 'info' : 'warning'} isSlim>
      <Say id={`decision.disagreement.${kind}`} barring={barring} clear={clear} />
    </Alert>
  );
};

const ProposedBy = ({
  view,
  agency,
  label,
}: {
  readonly view: LicensingCase;
  readonly agency: string;
  readonly label: string;
}) => {
  const theirs = view.conditions.filter(({ proposal }) => proposal.proposedBy === agency);
  if (theirs.length === 0) return <Say id="ui.none" />;
  return (
    <ul className="asked" aria-label={label}>
      {theirs.map(({ conditionId, proposal, standing }) => (
        <li key={conditionId}>
          {proposal.condition.text} <StandingTag standing={standing} />
        </li>
      ))}
    </ul>
  );
};

const NotGiven = () => (
  <span className="usa-hint">
    <Say id="ui.notGiven" />
  </span>
);
