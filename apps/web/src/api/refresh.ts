import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { problemOf } from './problems';
import { signedOut } from '../session/signed-out';

/** What has been read is shown at once when it is asked for again, and read anew behind it. */
export const newQueryClient = (): QueryClient =>
  new QueryClient({
    queryCache: new QueryCache({ onError: tellIfSignedOut }),
    mutationCache: new MutationCache({ onError: tellIfSignedOut }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        gcTime: 10 * 60_000,
        retry: (failures, error) => problemOf(error).isPassing && failures < 3,
        // So that a person is told within three seconds; once the stream of news is back all is asked for again.
        retryDelay: (failures) => 400 * 2 ** failures,
        // Whether a request can be made is found out by making it.
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });

const tellIfSignedOut = (error: unknown) => {
  if (problemOf(error).isSignedOut) signedOut.tell();
};
