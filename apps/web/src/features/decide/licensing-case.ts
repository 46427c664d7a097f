import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';
import { caseKey, versionedOf } from '../../api/reading';

const read = async (caseId: string, signal: AbortSignal) => {
  const asking = api.GET('/api/v1/licensing/{caseId}', { params: { path: { caseId } }, signal });
  const { document, version } = await versionedOf(asking);
  return { ...document, version };
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
