import { Link } from 'react-router';
import { useMay } from '../../session/me';
import { Empty } from '../../ui/states';
import { Say } from '../../words/say';
import type { WordId } from '../../words/words';
import type { CaseOverview } from './case-types';

/** Whether the content is the applicant's own yet: the authority sees it from the first submission on. */
export const isUnsubmitted = ({ round, review }: Pick<CaseOverview, 'round' | 'review'>): boolean =>
  round === 0 && review !== undefined;

interface NotGivenProps {
  readonly overview: CaseOverview;
  /** What to say where there is none although it would be shown. */
  readonly none: WordId;
}

/** Why a part of the content is not there, with the way to give it for whoever is still writing the application. */
export const NotGiven = ({ overview, none }: NotGivenProps) => {
  const { caseId, status } = overview;
  const may = useMay();
  const mayGive = (status === 'draft' || status === 'returned') && may('application:draft');
  return (
    <Empty title={<Say id={isUnsubmitted(overview) ? 'cases.unsubmitted' : none} />}>
      {mayGive && (
        <Link to={`/applications/${caseId}`}>
          <Say id="cases.act.draft" />
        </Link>
      )}
    </Empty>
  );
};
