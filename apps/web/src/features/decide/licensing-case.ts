import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';
import { caseKey, dataOf } from '../../api/reading';

const read = async (caseId: string, signal: AbortSignal) => {
  const asking = api.GET('/api/v1/licensing/{caseId}', { params: { path: { caseId } }, signal });
  const data = await dataOf(asking);
  const { response } = await asking;
  // The next command names the version that is on the screen.
  const version = Number(response.headers.get('ETag')?.replaceAll(/\D/g, ''));
  return { ...data, version };
};

/** A case at licensing with the version of its stream. */
export type LicensingCase = Awaited<ReturnType<typeof read>>;
export type CaseCondition = LicensingCase['conditions'][number];
export type Proposed = NonNullable<LicensingCase['proposal']>;
type ApprovedLine = Extract<Proposed, { decision: 'approval' }>['lines'][number];
type Condition = CaseCondition['current'];

export const licensingQuery = (caseId: string) =>
  queryOptions({ queryKey: caseKey(caseId, 'licensing'), queryFn: ({ signal }) => read(caseId, signal) });

/** A decision, proposed or made, as it is read before a name is put under it. */
export interface Decision {
  readonly decision: Proposed['decision'];
  readonly lines?: readonly ApprovedLine[];
  readonly conditions?: readonly Condition[];
  readonly validUntil?: string;
  readonly criteria?: readonly string[];
  readonly reasons?: string;
  readonly withheldReasons?: string;
}
