import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { caseQuery } from '../../api/reading';
import { useMay } from '../../session/me';
import { Page } from '../../ui/page';
import { Read } from '../../ui/read';
import { ButtonLink } from '../../ui/button';
import { Say, useSay } from '../../words/say';
import { NotAnAuditor } from '../history/not-an-auditor';
import { useHistory } from './history-query';
import { Replay } from './replay';

/** The history of a case, and the case as it stood at any moment of it. */
export const ReplayPage = () => {
  const say = useSay();
  const { caseId = '' } = useParams();
  const audits = useMay()('audit:read');
  const overview = useQuery({ ...caseQuery(caseId), enabled: audits });
  const history = useHistory(caseId, audits);
  const number = overview.data?.number ?? overview.data?.reference;
  return (
    <Page
      title={number === undefined ? say('auditor.replay.title') : say('auditor.replay.titleOf', { number })}
      help="replay"
      crumbs={[{ to: '/audit', name: say('auditor.title') }]}
      caption={overview.data?.applicantName}
      actions={
        audits && history.data ? (
          <ButtonLink to={`/cases/${caseId}`} look="outline">
            <Say id="auditor.replay.today" />
          </ButtonLink>
        ) : undefined
      }
    >
      {audits ? (
        <Read query={history} rows={10}>
          {(facts) => <Replay caseId={caseId} facts={facts} />}
        </Read>
      ) : (
        <NotAnAuditor />
      )}
    </Page>
  );
};
