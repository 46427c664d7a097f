import { Alert } from '../../ui/alert';
import { Say } from '../../words/say';

/** Says to whoever may not audit that they may not, and who may. */
export const NotAnAuditor = () => (
  <Alert kind="warning" title={<Say id="ui.notAllowed.title" />}>
    <Say id="auditor.notYours" />
  </Alert>
);
