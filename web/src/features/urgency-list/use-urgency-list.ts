import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { Schema } from '../../api/types';
import { filtersOf, type UrgencySearch } from './search';

type UrgencyList = Schema['Urgentielijst'];
export type ProviderRow = Schema['Urgentierij'] & {
  /** Its place in the order of the server: red by urgency, then orange, grey and green. */
  place: number;
};

export interface LoadedList {
  screening: UrgencyList['screening'];
  before: UrgencyList['vorigeScreening'];
  counts: UrgencyList['tellingen'];
  rows: ProviderRow[];
}

type Filters = ReturnType<typeof filtersOf>;

async function page(filters: Filters, after: string | null): Promise<UrgencyList> {
  const query = {
    ...filters,
    kleur: ['rood', 'oranje', 'grijs', 'groen'] satisfies Schema['Kleur'][],
    aantal: 500,
    na: after ?? undefined,
  };
  return unwrap(api.GET('/urgentielijst', { params: { query } }));
}

async function wholeList(filters: Filters): Promise<LoadedList> {
  const first = await page(filters, null);
  const found = [...first.rijen];
  for (let next = first.volgende; next;) {
    // Each page needs the cursor of the page before.
    // oxlint-disable-next-line no-await-in-loop
    const more = await page(filters, next);
    found.push(...more.rijen);
    next = more.volgende;
  }
  return {
    screening: first.screening,
    before: first.vorigeScreening,
    counts: first.tellingen,
    rows: found.map((row, place) => ({ ...row, place })),
  };
}

/** The whole list for these filters, of all colours: choosing a colour or an order then costs no request. */
export function useUrgencyList(search: UrgencySearch) {
  const filters = filtersOf(search);
  return useQuery({
    queryKey: ['urgentielijst', filters],
    queryFn: () => wholeList(filters),
    placeholderData: keepPreviousData,
  });
}
