import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { everyPage, from } from '../../api/pages';
import type { Schema } from '../../api/types';
import { queryOf, type LogSearch } from './search';

export type Entry = Schema['Auditregel'];
export type Head = Schema['Ketenhoofd'];

/** Entries, newest first. They are asked anew each time: the log grows by being looked at. */
export function useEntries(search: LogSearch) {
  return useInfiniteQuery({
    queryKey: ['auditregels', search],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/auditregels', { params: { query: { ...queryOf(search), aantal: 100, ...from(pageParam) } } })),
    getNextPageParam: (page) => page.volgende,
    placeholderData: (before) => before,
    staleTime: 0,
  });
}

export function useHead() {
  return useQuery({
    queryKey: ['auditregels', 'hoofd'],
    queryFn: async () => (await unwrap(api.GET('/auditregels/hoofd'))).hoofd,
    staleTime: 0,
  });
}

/** Everybody who can be chosen; whoever reads the log may read the accounts too. */
export function useAccountNames() {
  const { data } = useQuery({
    queryKey: ['gebruikers', 'namen'],
    queryFn: async () => {
      const pages = await everyPage((after) =>
        unwrap(api.GET('/gebruikers', { params: { query: { aantal: 500, ...from(after) } } })),
      );
      return pages.flatMap((page) => page.gebruikers);
    },
  });
  return data ?? [];
}

/** The whole chain as the server writes it, byte for byte. */
export async function loadChain(): Promise<Blob> {
  return unwrap(api.GET('/auditregels/uitvoer', { parseAs: 'blob' })) as unknown as Promise<Blob>;
}
