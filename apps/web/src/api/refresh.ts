import { QueryCache, QueryClient } from '@tanstack/react-query';
import { problemOf } from './problems';
import { signedOut } from '../session/signed-out';

/** What has been read is shown at once when it is asked for again, and read anew behind it. */
export const newQueryClient = (): QueryClient =>
  new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (problemOf(error).isSignedOut) signedOut.tell();
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        gcTime: 10 * 60_000,
        retry: (failures, error) => problemOf(error).isPassing && failures < 5,
        retryDelay: (failures) => Math.min(8_000, 400 * 2 ** failures),
        // Whether a request can be made is found out by making it.
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
