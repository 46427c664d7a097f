import { api } from '../../api/client';
import { pageSize } from '../../api/list';
import { dataOf } from '../../api/reading';

/** Where a referral stands; the list begins with those that are awaited. */
export const states = ['awaited', 'answered', 'silent'] as const;
export type ReferralState = (typeof states)[number];

/** By what the queue can be sorted; by the day the answer is due where nothing is asked for. */
const orders = ['dueAt', 'number', 'applicantName'] as const;
type Sort = (typeof orders)[number] | `-${(typeof orders)[number]}`;

interface Question {
  readonly q: string | undefined;
  readonly state: ReferralState;
  readonly sort: string | undefined;
  readonly cursor: string | undefined;
}

/** A page of the referrals to the reader's agency. */
export const pageOfReferrals = ({ q, state, sort, cursor }: Question, signal: AbortSignal) =>
  dataOf(
    api.GET('/api/v1/queues/agency', {
      params: {
        query: {
          limit: pageSize,
          state,
          ...(q !== undefined && { q }),
          ...(isSort(sort) && { sort }),
          ...(cursor !== undefined && { cursor }),
        },
      },
      signal,
    }),
  );

export type Referral = Awaited<ReturnType<typeof pageOfReferrals>>['items'][number];

/** What somebody typed into the address may be no order at all. */
const isSort = (asked: string | undefined): asked is Sort => orders.some((each) => each === asked?.replace(/^-/, ''));
