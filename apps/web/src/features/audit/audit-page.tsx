import { useMay } from '../../session/me';
import { Page } from '../../ui/page';
import { Say, useSay } from '../../words/say';
import { NotAnAuditor } from '../history/not-an-auditor';
import { Search } from './search';
import { Trail } from './trail';

/** Search by anything, and everything that was done, newest first. */
export const AuditPage = () => {
  const say = useSay();
  const audits = useMay()('audit:read');
  return (
    <Page title={say('auditor.title')} help="audit" lead={audits ? <Say id="auditor.lead" /> : undefined}>
      {audits ? (
        <>
          <Search />
          <Trail />
        </>
      ) : (
        <NotAnAuditor />
      )}
    </Page>
  );
};
