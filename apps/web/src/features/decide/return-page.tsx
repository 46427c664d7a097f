import { useNavigate, useParams } from 'react-router';
import { useMay } from '../../session/me';
import { Alert } from '../../ui/alert';
import { Page } from '../../ui/page';
import { Read } from '../../ui/read';
import { Say, useSay } from '../../words/say';
import { isWithReviewers } from '../case/next-acts';
import { useCase } from '../case/use-case';
import { ReturnForm } from './other-forms';

/** Gives an application back while it is with the reviewers, before there is anything to decide. */
export const ReturnPage = () => {
  const say = useSay();
  const may = useMay();
  const navigate = useNavigate();
  const { caseId = '' } = useParams();
  const overview = useCase(caseId);
  const toCase = `/cases/${caseId}`;
  const name = overview.data?.number ?? overview.data?.reference ?? say('cases.case');
  return (
    <Page
      title={say('decision.propose.return')}
      caption={overview.data && `${name}, ${overview.data.applicantName}`}
      help="decide"
      width="narrow"
      crumbs={[
        { to: '/cases', name: say('cases.title') },
        { to: toCase, name },
      ]}
    >
      <Read query={overview}>
        {(shown) =>
          may('application:return') && isWithReviewers(shown) ? (
            <ReturnForm overview={shown} onReturned={() => void navigate(toCase)} />
          ) : (
            <Alert kind="info">
              <Say id="decision.return.notHere" />
            </Alert>
          )
        }
      </Read>
    </Page>
  );
};
