import { PositionTag } from '../case/referrals-of';
import type { CaseOverview } from '../case/case-types';
import { SimpleTable } from '../../ui/simple-table';
import { SummaryList } from '../../ui/summary-list';
import { Moment } from '../../words/format';
import { Say } from '../../words/say';
import { DecisionText } from './decision-text';
import type { Decision, LicensingCase } from './licensing-case';

interface DecisionSheetProps {
  readonly view: LicensingCase;
  readonly overview: CaseOverview;
  readonly agencyName: (agency: string) => string;
}

/** The decision on paper: what is on screen in parts, as one sheet. What is kept from the applicant is not printed. */
export const DecisionSheet = ({ view, overview, agencyName }: DecisionSheetProps) => {
  const decision = decisionOf(view, overview);
  const signatures = overview.review?.proposal?.signatures ?? view.signatures;
  return (
    <div className="only-print decision-sheet">
      <h2>
        <Say id={`decision.sheet.${decision?.decision ?? 'none'}`} />
      </h2>
      <SummaryList
        rows={[
          { key: 'applicant', name: <Say id="decision.applicant" />, value: view.file.applicant.name },
          { key: 'status', name: <Say id="decision.sheet.status" />, value: <Say id={`status.${overview.status}`} /> },
          ...(view.licenceNumber === undefined
            ? []
            : [{ key: 'licence', name: <Say id="decision.sheet.licence" />, value: view.licenceNumber }]),
          ...(overview.decision
            ? [{ key: 'at', name: <Say id="decision.sheet.at" />, value: <Moment value={overview.decision.at} /> }]
            : []),
          ...((view.proposal ?? overview.review?.proposal)
            ? [
                {
                  key: 'officer',
                  name: <Say id="decision.sheet.officer" />,
                  value: (view.proposal ?? overview.review?.proposal)?.officer.name,
                },
              ]
            : []),
          {
            key: 'signatures',
            name: <Say id="decision.sheet.signatures" />,
            value: signatures.length > 0 ? signatures.map(({ name }) => name).join(', ') : <Say id="ui.none" />,
          },
        ]}
      />
      {decision && <DecisionText decision={decision} view={view} showsWithheld={false} />}
      {view.positions.length > 0 && (
        <SimpleTable
          caption={<Say id="decision.positions" />}
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
              cell: ({ position, silent }) => <PositionTag stance={silent ? 'silent' : position} />,
            },
            { key: 'reasons', head: <Say id="decision.positions.reasons" />, cell: ({ reasons }) => reasons },
          ]}
        />
      )}
    </div>
  );
};

/** What was decided; otherwise what the applicant was told is intended, or what is proposed; nothing before. */
const decisionOf = (
  { proposal, notice, status }: LicensingCase,
  { decision, review }: CaseOverview,
): Decision | undefined => {
  if (decision === null && status === 'notice-issued' && notice)
    return { decision: 'denial', criteria: notice.criteria, reasons: notice.reasons };
  if (decision === null) return proposal;
  const reasons = review?.proposal?.reasons;
  switch (decision.outcome) {
    case 'licensed': {
      const { lines, conditions, validUntil } = decision;
      return {
        decision: 'approval',
        ...{ lines, validUntil },
        ...(conditions && { conditions }),
        ...(reasons !== undefined && { reasons }),
      };
    }
    case 'denied':
      return { decision: 'denial', criteria: decision.criteria, reasons: decision.reasons };
    case 'no-licence-required':
      return { decision: 'no-licence-required', reasons: decision.reasons };
  }
};
