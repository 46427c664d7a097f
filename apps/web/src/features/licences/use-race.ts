import { useQueryClient } from '@tanstack/react-query';
import { licenceQuery, type Licence } from './licence-reading';

/** How a form under a licence finds out what it stands at, once another act came first. */
export const useRace = ({ caseId, licenceNumber }: Licence) => {
  const client = useQueryClient();
  return {
    caseId,
    versionNow: async () => (await client.fetchQuery({ ...licenceQuery(licenceNumber), staleTime: 0 })).version,
  };
};
