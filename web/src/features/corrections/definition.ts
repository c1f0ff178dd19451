import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { useMay } from '../../api/session';
import type { Schema } from '../../api/types';
import type { Measured, Named } from '../../ui/fact/fact-words';

type Fact = Schema['Feit'];

/** What a form and a summary need to know of a fact. */
export type Definition = Named & Measured & Pick<Schema['Feitdefinitie'], 'feit' | 'opties' | 'bronnen'>;

/** Whoever does not read the model has a row of the fact, which says enough to dispute it. */
export function definitionOf(
  known: Schema['Feitdefinitie'] | undefined,
  row: Fact | undefined,
): Definition | undefined {
  return known ?? (row && { ...row, bronnen: [row.bron.naam] });
}

/** Whom a correction is about, before there is one. */
export function useProviderName(id: number) {
  return useQuery({
    queryKey: ['aanbieder', id, 'naam'],
    queryFn: async () =>
      (await unwrap(api.GET('/aanbieders/{aanbiederId}', { params: { path: { aanbiederId: id } } }))).naam,
    enabled: useMay('view_provider'),
  });
}

/** The rows of one fact of a provider, also those that were replaced. */
export function useRows(providerId: number, fact: string, enabled = true) {
  return useQuery({
    queryKey: ['aanbieder', providerId, 'feiten', 'een', fact],
    queryFn: async () => {
      const query = { feit: fact, geschiedenis: true };
      const params = { path: { aanbiederId: providerId }, query };
      return (await unwrap(api.GET('/aanbieders/{aanbiederId}/feiten', { params }))).feiten;
    },
    enabled: useMay('view_facts') && enabled,
  });
}
