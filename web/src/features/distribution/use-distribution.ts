import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';

/** How the colours are spread at two moments, and who went where in between. */
export function useDistribution(from: number | undefined, until: number | undefined) {
  return useQuery({
    queryKey: ['verdeling', from, until],
    queryFn: () => unwrap(api.GET('/verdeling', { params: { query: { van: String(from), tot: String(until) } } })),
    enabled: from !== undefined && until !== undefined,
    placeholderData: keepPreviousData,
  });
}
