import { QueryClient } from '@tanstack/react-query';

/**
 * The cache of answers. Nothing goes stale by time: what changes is told by the office's events, which invalidate. A
 * refusal is final, so only a lost connection is worth a second try, and the transport takes care of that.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 10 * 60_000,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
