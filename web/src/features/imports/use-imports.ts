import { useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { everyPage, from } from '../../api/pages';
import type { Schema } from '../../api/types';
import { kinds, type Kind, type Outcome } from './kinds';

export type Head = Schema['Importkop'];
export type Report = Schema['Import'];
export type Line = Schema['Importregel'];

const importsKey = ['imports'];

/** Deliveries, newest first. */
export function useImports(kind?: Kind) {
  return useInfiniteQuery({
    queryKey: [...importsKey, 'lijst', kind ?? 'alle'],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/imports', { params: { query: { soort: kind, aantal: 50, ...from(pageParam) } } })),
    getNextPageParam: (page) => page.volgende,
  });
}

/** The last delivery of each kind; null when there never was one. */
export function useLastImports() {
  return useQueries({
    queries: kinds.map((kind) => ({
      queryKey: [...importsKey, 'laatste', kind],
      queryFn: async () => {
        const page = await unwrap(api.GET('/imports', { params: { query: { soort: kind, aantal: 1 } } }));
        return { kind, last: page.imports[0] ?? null };
      },
    })),
    combine: (results) => ({
      rows: results.flatMap((result) => result.data ?? []),
      isPending: results.some((result) => result.isPending),
    }),
  });
}

export function useImport(id: number) {
  return useQuery({
    queryKey: [...importsKey, id],
    queryFn: () => unwrap(api.GET('/imports/{importId}', { params: { path: { importId: id } } })),
    staleTime: Infinity,
  });
}

const linesOf = (id: number, outcome: Outcome | undefined, count: number, after: string | null) =>
  unwrap(
    api.GET('/imports/{importId}/regels', {
      params: { path: { importId: id }, query: { uitkomst: outcome, aantal: count, ...from(after) } },
    }),
  );

export function useImportLines(id: number, outcome?: Outcome) {
  return useInfiniteQuery({
    queryKey: [...importsKey, id, 'regels', outcome ?? 'alle'],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => linesOf(id, outcome, 100, pageParam),
    getNextPageParam: (page) => page.volgende,
    staleTime: Infinity,
  });
}

export async function allLines(id: number, outcome?: Outcome): Promise<Line[]> {
  const pages = await everyPage((after) => linesOf(id, outcome, 500, after));
  return pages.flatMap((page) => page.regels);
}
