import { fullScreenings, useIndicatorCounts, useScreenings } from '../../api/screenings';
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
  const ofIndicator = useIndicatorCounts(last?.id);
  return last && ofIndicator && { referenceDate: last.peildatum, ofIndicator };
}
