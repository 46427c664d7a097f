import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { securityReviewQuery } from '../../api/reviews';
import { useMe } from '../../session/me';
import { Alert } from '../../ui/alert';
import { Page } from '../../ui/page';
import { Read } from '../../ui/read';
import { Say, useSay } from '../../words/say';
import { OthersHere } from '../case/others-here';
import { Grounds } from './grounds';
import { PositionPart } from './position-part';

/** Where an agency takes its position on what was referred to it, beside what the position rests on. */
export const AgencyPositionPage = () => {
  const { caseId = '' } = useParams();
  const say = useSay();
  const agency = useMe().actor.organisation;
  const query = useQuery(securityReviewQuery(caseId));
  const file = query.data?.document.file;
  return (
    <Page
      title={file === undefined ? say('review.agency') : say('review.agencyOf', { number: file.number })}
      caption={file?.applicant.name}
      help="position"
      crumbs={[{ to: '/queues/agency', name: say('review.agencyQueue.title') }]}
    >
      <Read query={query} rows={12}>
        {({ document, version }) => {
          const referral = document.referrals.find((each) => each.agency === agency);
          return (
            <>
              <OthersHere caseId={caseId} />
              <div className="columns columns--even">
                {referral ? (
                  <PositionPart review={document} version={version} referral={referral} />
                ) : (
                  <Alert kind="info">
                    <Say id="review.notReferred" />
                  </Alert>
                )}
                <Grounds review={document} agency={agency} />
              </div>
            </>
          );
        }}
      </Read>
    </Page>
  );
};
