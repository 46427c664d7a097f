import type { EventStore } from '@exeat/event-store';
import { ApplicationSubmitted, type SubmissionFact } from '@exeat/submission';

/**
 * The company that applied; undefined where there is no such case, or it was never submitted and the authority knows
 * nothing of it. Asked of the log, so that the answer is never behind. What it says stays: a first submission is the first.
 */
export const applicantOf = async (store: EventStore, caseId: string): Promise<string | undefined> => {
  const { facts } = await store.load<SubmissionFact>(`submission-${caseId}`);
  const submitted = facts.find(({ type }) => type === ApplicationSubmitted.type);
  return submitted && ApplicationSubmitted.schema.parse(submitted.data).applicant.companyId;
};
