import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, unwrap } from './client';

export const municipalitiesQuery = queryOptions({
  queryKey: ['gemeenten'],
  queryFn: async () => (await unwrap(api.GET('/gemeenten'))).gemeenten,
  staleTime: Infinity,
});

/** The municipalities of the region, and the name that belongs to a code. */
export function useMunicipalities() {
  const { data } = useQuery(municipalitiesQuery);
  return useMemo(() => {
    const list = data ?? [];
    const names = new Map(list.map((each) => [each.code, each.naam]));
    return { list, nameOf: (code: string) => names.get(code) ?? code };
  }, [data]);
}

/** A code of a lot as a reader may read it; the purchase gives it no other name. */
export function lotName(code: string): string {
  const words = code.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const lotsQuery = queryOptions({
  queryKey: ['percelen'],
  queryFn: async () => (await unwrap(api.GET('/percelen'))).percelen,
  staleTime: Infinity,
});

export function useLots() {
  const { data } = useQuery(lotsQuery);
  return data ?? [];
}
