import { useQuery } from '@tanstack/react-query';
import { api, unwrap, unwrapWithTag } from '../../api/client';
import type { Schema } from '../../api/types';
import type { ListSearch } from './search';

export type Correction = Schema['Correctie'];

async function everyPage(query: { status: Schema['Correctiestatus']; aanbieder?: number }): Promise<Correction[]> {
  const found: Correction[] = [];
  let after: string | null = null;
  do {
    const page: Schema['CorrectieLijst'] =
      // Each page tells where the next one begins.
      // oxlint-disable-next-line no-await-in-loop
      await unwrap(
        api.GET('/correcties', { params: { query: { ...query, aantal: 500, ...(after && { na: after }) } } }),
      );
    found.push(...page.correcties);
    after = page.volgende;
  } while (after !== null);
  return found;
}

export function useCorrections({ status = 'open', aanbieder }: ListSearch) {
  return useQuery({
    queryKey: ['correcties', status, aanbieder],
    queryFn: () => everyPage({ status, ...(aanbieder && { aanbieder: Number(aanbieder) }) }),
  });
}

export const correctionKey = (id: number) => ['correctie', id];

export const readCorrection = (id: number) =>
  unwrapWithTag(api.GET('/correcties/{correctieId}', { params: { path: { correctieId: id } } }));

/** One correction with its version, which a decision takes along. */
export function useCorrection(id: number) {
  return useQuery({
    queryKey: correctionKey(id),
    queryFn: () => readCorrection(id),
  });
}
