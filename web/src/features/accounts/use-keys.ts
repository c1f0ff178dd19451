import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { api, newIdempotencyKey, unwrap } from '../../api/client';
import { from } from '../../api/pages';
import type { Schema } from '../../api/types';

export type Key = Schema['Sleutel'];

const keysKey = ['sleutels'];

export function useKeys() {
  return useInfiniteQuery({
    queryKey: keysKey,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/sleutels', { params: { query: { aantal: 100, ...from(pageParam) } } })),
    getNextPageParam: (page) => page.volgende,
  });
}

export function useKeyChanges() {
  const queries = useQueryClient();
  const seen = async () => queries.invalidateQueries({ queryKey: keysKey });
  return {
    make: async (body: Schema['NieuweSleutel']) => {
      const header = { 'Idempotency-Key': newIdempotencyKey() };
      const made = await unwrap(api.POST('/sleutels', { params: { header }, body }));
      await seen();
      return made;
    },
    revoke: async (id: number) => {
      await unwrap(api.DELETE('/sleutels/{sleutelId}', { params: { path: { sleutelId: id } } }));
      await seen();
    },
  };
}
