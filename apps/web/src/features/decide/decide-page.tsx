import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from 'react-router';
import { useMay } from '../../session/me';
import { useAddress } from '../../ui/address';
import { Button } from '../../ui/button';
import { Page } from '../../ui/page';
import { Read } from '../../ui/read';
import { useShortcut } from '../../ui/shortcuts';
import { Card } from '../../ui/summary-list';
import { AddressTabs } from '../../ui/tabs';
import { Say, useSay } from '../../words/say';
import type { CaseOverview } from '../case/case-types';
import { ClockOf } from '../case/clock-of';
import { OthersHere } from '../case/others-here';
import { StatusTag } from '../case/status-tag';
import { useCase } from '../case/use-case';
import { ConditionsPart } from './conditions-part';
import { DecisionPart } from './decision-part';
import { DecisionSheet } from './decision-sheet';
import { licensingQuery, type LicensingCase } from './licensing-case';
import { PositionsPart } from './positions-part';
import { StillOpen } from './still-open';

const parts = ['positions', 'conditions', 'decision'] as const;
type Part = (typeof parts)[number];

/** The workspace in which a case is decided: what it rests on, its conditions, and the decision. */
export const DecidePage = () => {
  const say = useSay();
  const may = useMay();
  const { caseId = '' } = useParams();
  const licensing = useQuery(licensingQuery(caseId));
  const overview = useCase(caseId);
  const number = licensing.data?.file.number;
  return (
    <Page
      title={number === undefined ? say('decision.title') : say('decision.title.of', { number })}
      help="decide"
      crumbs={[
        may('worklist:read')
          ? { to: '/decisions', name: say('decision.list') }
          : { to: '/cases', name: say('shell.cases') },
      ]}
      caption={licensing.data?.file.applicant.name}
      actions={
        <>
          {overview.data && <StatusTag status={overview.data.status} />}
          <Link to={`/cases/${caseId}`} className="no-print">
            <Say id="decision.toCase" />
          </Link>
          <Button look="quiet" onClick={() => window.print()}>
            <Say id="decision.print" />
          </Button>
        </>
      }
    >
      <Read query={licensing} rows={8}>
        {(view) => (
          <Read query={overview} rows={8}>
            {(seen) => <Workspace view={view} overview={seen} />}
          </Read>
        )}
      </Read>
    </Page>
  );
};

const Workspace = ({ view, overview }: { readonly view: LicensingCase; readonly overview: CaseOverview }) => {
  const say = useSay();
  const navigate = useNavigate();
  const asked = useAddress().get('part');
  const part: Part = parts.find((each) => each === asked) ?? 'positions';
  const goTo = (to: Part) => void navigate(to === 'positions' ? '?' : `?part=${to}`);
  useShortcut('1', say('decision.part.positions'), () => goTo('positions'));
  useShortcut('2', say('decision.part.conditions'), () => goTo('conditions'));
  useShortcut('3', say('decision.part.decision'), () => goTo('decision'));
  const agencyName = (agency: string) =>
    overview.review?.referrals.find((referral) => referral.agency === agency)?.agencyName ?? agency;
  const unsettled =
    view.status !== 'settling' ? 0 : view.conditions.filter(({ standing }) => standing === 'proposed').length;
  return (
    <>
      <div className="decide no-print">
        <OthersHere caseId={view.caseId} />
        <AddressTabs
          name="part"
          label={say('decision.parts')}
          tabs={parts.map((value) => ({
            value: value === 'positions' && asked !== value ? '' : value,
            label: say(`decision.part.${value}`),
            ...(value === 'conditions' && unsettled > 0 && { count: unsettled }),
          }))}
        />
        <div className="columns">
          <div>
            {part === 'positions' && <PositionsPart view={view} agencyName={agencyName} />}
            {part === 'conditions' && <ConditionsPart view={view} agencyName={agencyName} />}
            {part === 'decision' && <DecisionPart view={view} overview={overview} />}
          </div>
          <aside aria-label={say('decision.aside')}>
            <Card id="clock" title={<Say id="decision.clock" />}>
              <ClockOf overview={overview} />
            </Card>
            <StillOpen view={view} />
          </aside>
        </div>
      </div>
      <DecisionSheet view={view} overview={overview} agencyName={agencyName} />
    </>
  );
};
