import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { api, unwrap } from '../../api/client';
import { useMay } from '../../api/session';
import { useToday } from '../../api/today';
import { faultIn, type AsOf } from './as-of';
import { asOfIn } from './search';

const route = getRouteApi('/aanbieders/$id');

/** Whose dossier it is, and as of when, as the address says. */
export function useDossier(): { id: number; asOf: AsOf } {
  const { id } = route.useParams();
  return { id: Number(id), asOf: route.useSearch({ select: asOfIn, structuralSharing: true }) };
}

export const providerKey = (id: number, asOf: AsOf) => ['aanbieder', id, 'hoofd', asOf];

export function useProvider(id: number, asOf: AsOf) {
  const today = useToday();
  return useQuery({
    queryKey: providerKey(id, asOf),
    queryFn: () =>
      unwrap(api.GET('/aanbieders/{aanbiederId}', { params: { path: { aanbiederId: id }, query: { ...asOf } } })),
    enabled: useMay('view_provider') && !faultIn(asOf, today),
  });
}

export function useAssessment(id: number, screening: number | undefined, { geregistreerdOp }: AsOf) {
  return useQuery({
    queryKey: ['aanbieder', id, 'beoordeling', screening, geregistreerdOp],
    queryFn: () =>
      unwrap(
        api.GET('/aanbieders/{aanbiederId}/beoordelingen/{screeningId}', {
          params: { path: { aanbiederId: id, screeningId: screening ?? 0 }, query: { geregistreerdOp } },
        }),
      ),
    enabled: screening !== undefined,
  });
}

export function useAssessments(id: number, asOf: AsOf) {
  return useQuery({
    queryKey: ['aanbieder', id, 'beoordelingen', asOf],
    queryFn: async () =>
      (
        await unwrap(
          api.GET('/aanbieders/{aanbiederId}/beoordelingen', {
            params: { path: { aanbiederId: id }, query: { ...asOf } },
          }),
        )
      ).beoordelingen,
  });
}

export function useSources(id: number, { geregistreerdOp }: AsOf) {
  return useQuery({
    queryKey: ['aanbieder', id, 'bronnen', geregistreerdOp],
    queryFn: async () =>
      (
        await unwrap(
          api.GET('/aanbieders/{aanbiederId}/bronnen', {
            params: { path: { aanbiederId: id }, query: { geregistreerdOp } },
          }),
        )
      ).bronnen,
    enabled: useMay('view_sources'),
  });
}
