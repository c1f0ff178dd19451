import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { Schema } from '../../api/types';

export type OwnList = Schema['EigenLijst'];

const listsKey = ['lijsten'];

/** The lists that the reader keeps. */
export function useOwnLists() {
  return useQuery({
    queryKey: listsKey,
    queryFn: async () => (await unwrap(api.GET('/lijsten'))).lijsten,
    staleTime: Infinity,
  });
}

export function useSaveList() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ naam, ...body }: OwnList) =>
      unwrap(api.PUT('/lijsten/{lijstNaam}', { params: { path: { lijstNaam: naam } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: listsKey }),
  });
}

export function useDeleteList() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (naam: string) => unwrap(api.DELETE('/lijsten/{lijstNaam}', { params: { path: { lijstNaam: naam } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: listsKey }),
  });
}
