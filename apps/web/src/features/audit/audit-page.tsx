import { useMay } from '../../session/me';
import { Alert } from '../../ui/alert';
import { Page } from '../../ui/page';
import { Say, useSay } from '../../words/say';
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

/** Says to whoever may not audit that they may not, and who may. */
export const NotAnAuditor = () => (
  <Alert kind="warning" title={<Say id="ui.notAllowed.title" />}>
    <Say id="auditor.notYours" />
  </Alert>
);
