import { useIntl } from 'react-intl';
import { Say } from '../../words/say';
import { useOthersHere } from './presence';

/** Who else of the authority is looking at the case now. Heard as they come. */
export const OthersHere = ({ caseId }: { readonly caseId: string }) => {
  const intl = useIntl();
  const others = useOthersHere(caseId);
  return (
    <p className="case-others no-print" role="status">
      {others.length > 0 && (
        <Say id="cases.presence" names={intl.formatList(others.map(({ name }) => name))} count={others.length} />
      )}
    </p>
  );
};
