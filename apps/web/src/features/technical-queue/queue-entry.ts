import { api } from '../../api/client';
import { pageSize } from '../../api/list';
import { dataOf } from '../../api/reading';

/** Parts of the queue, as the address and the API name them; the whole queue where neither names one. */
export const holders = ['free', 'mine'] as const;
export type Holder = (typeof holders)[number];

/** By what the queue can be sorted; by the day of resolution where nothing is asked for. */
export const orders = ['resolveBy', 'number', 'applicantName', 'itemCount'] as const;

interface Question {
  readonly q: string | undefined;
  readonly holder: Holder | undefined;
  readonly sort: string | undefined;
  readonly cursor: string | undefined;
}

/** A page of the technical queue. */
export const pageOfQueue = ({ q, holder, sort, cursor }: Question, signal: AbortSignal) =>
  dataOf(
    api.GET('/api/v1/queues/technical', {
      params: {
        query: {
          limit: pageSize,
          ...(q !== undefined && { q }),
          ...(holder !== undefined && { holder }),
          ...(isSort(sort) && { sort }),
          ...(cursor !== undefined && { cursor }),
        },
      },
      signal,
    }),
  );

export type QueueEntry = Awaited<ReturnType<typeof pageOfQueue>>['items'][number];

type Sort = (typeof orders)[number] | `-${(typeof orders)[number]}`;

/** What somebody typed into the address may be no order at all. */
const isSort = (asked: string | undefined): asked is Sort => orders.some((each) => each === asked?.replace(/^-/, ''));
