import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { standAt } from '../../forms/stand';
import { licensingQuery, type LicensingCase } from './licensing-case';

/** The version that a case stands at now, whatever the page shows of it. */
export const useVersionNow = (caseId: string): (() => Promise<number>) => {
  const client = useQueryClient();
  return async () => (await client.fetchQuery({ ...licensingQuery(caseId), staleTime: 0 })).version;
};

/**
 * For a form: the version that stood when it was opened. What others did since is not what its command was decided on,
 * even where the page shows it by now, so that the server tells of a lost race.
 */
export const useBegun = ({ caseId, version }: LicensingCase) => {
  const [begunAt] = useState(version);
  const versionNow = useVersionNow(caseId);
  return { caseId, version: begunAt, race: { caseId, upon: standAt(`/licensing/${caseId}`, begunAt), versionNow } };
};
