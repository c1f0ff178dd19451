import { keepPreviousData, queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { lotsQuery, municipalitiesQuery } from '../../api/reference-data';
import { may, sessionQuery } from '../../api/session';
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
const listQuery = (filters: Filters) =>
  queryOptions({ queryKey: ['urgentielijst', filters], queryFn: () => wholeList(filters) });

export function useUrgencyList(search: UrgencySearch) {
  return useQuery({ ...listQuery(filtersOf(search)), placeholderData: keepPreviousData });
}

/** Asks for the list while the script of the page is still on its way; with the names in it, so that it is drawn once. */
export async function askForList(queries: QueryClient, search: UrgencySearch) {
  const session = await queries.ensureQueryData(sessionQuery);
  if (!session || !may(session, 'list_urgency')) return;
  void queries.prefetchQuery(municipalitiesQuery);
  void queries.prefetchQuery(lotsQuery);
  void queries.prefetchQuery(listQuery(filtersOf(search)));
}
