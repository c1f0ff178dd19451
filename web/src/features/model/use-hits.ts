import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { fullScreenings, useScreenings } from '../../api/screenings';
import { useMay } from '../../api/session';
import type { Schema } from '../../api/types';

export interface Hits {
  referenceDate: string;
  ofIndicator: Map<string, Schema['Indicatortelling']>;
}

/** What each question said in the last screening with this version; nothing when there is none, or it is not for this reader. */
export function useHits(hash: string): Hits | undefined {
  const allowed = useMay('view_screening');
  const screenings = useScreenings(allowed);
  const last = fullScreenings(screenings.data ?? []).find(({ screening }) => screening.model.hash === hash)?.screening;
  const hits = useQuery({
    queryKey: ['screenings', last?.id, 'indicatoren'],
    queryFn: () =>
      unwrap(api.GET('/screenings/{screeningId}/indicatoren', { params: { path: { screeningId: last?.id ?? 0 } } })),
    enabled: last !== undefined,
  });
  if (!hits.data) return undefined;
  const ofIndicator = new Map(hits.data.indicatoren.map((each) => [each.indicator, each]));
  return { referenceDate: hits.data.screening.peildatum, ofIndicator };
}
