import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import type { Schema } from '../../../api/types';
import type { AsOf } from '../as-of';

export type Fact = Schema['Feit'];

/** The facts as of a moment; those of the vault only come with a reason, which is logged. */
export function useFacts(id: number, asOf: AsOf, reason?: string) {
  return useQuery({
    queryKey: ['aanbieder', id, 'feiten', asOf, reason],
    queryFn: async () =>
      (
        await unwrap(
          api.GET('/aanbieders/{aanbiederId}/feiten', {
            params: { path: { aanbiederId: id }, query: { ...asOf }, header: headerOf(reason) },
          }),
        )
      ).feiten,
  });
}

/** Every row that a fact ever had, also what was replaced. */
export function useFactHistory(id: number, asOf: AsOf, fact: string) {
  return useQuery({
    queryKey: ['aanbieder', id, 'feiten', asOf, 'geschiedenis', fact],
    queryFn: async () =>
      (
        await unwrap(
          api.GET('/aanbieders/{aanbiederId}/feiten', {
            params: { path: { aanbiederId: id }, query: { ...asOf, feit: fact, geschiedenis: true } },
          }),
        )
      ).feiten,
  });
}

const headerOf = (reason: string | undefined) => (reason ? { 'X-Reden': encodeURIComponent(reason) } : {});
