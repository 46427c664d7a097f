import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { timelineQuery } from '../../api/reading';
import { Card } from '../../ui/summary-list';
import { Say, useSay } from '../../words/say';
import { savesQuery, type Application } from './data';
import { DifferenceTable } from './difference-table';
import { applicationPath } from './places';

/** Where an application was returned: what would be submitted now against what was submitted last. */
export const SinceSubmission = ({ application }: { readonly application: Application }) => {
  const say = useSay();
  const { caseId, status, sections } = application;
  const saves = useQuery(savesQuery(caseId)).data?.items ?? [];
  const timeline = useQuery({ ...timelineQuery(caseId), enabled: status === 'returned' });
  const submitted = timeline.data?.findLast(({ type }) => type === 'ApplicationSubmitted')?.position;
  const last = submitted === undefined ? undefined : saves.find(({ position }) => position < submitted);
  if (status !== 'returned' || last === undefined) return null;
  return (
    <Card id="since-submission" title={<Say id="exporter.since.title" />}>
      <DifferenceTable
        caption={say('exporter.since.caption')}
        before={last.sections}
        after={sections}
        beforeHead={say('exporter.since.before')}
        afterHead={say('exporter.since.after')}
      />
      <p>
        <Link to={`${applicationPath(caseId)}/drafts`}>
          <Say id="exporter.since.other" />
        </Link>
      </p>
    </Card>
  );
};
