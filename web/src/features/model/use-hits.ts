import { fullScreenings, useIndicatorCounts, useScreenings } from '../../api/screenings';
import { useMay } from '../../api/session';
import type { Schema } from '../../api/types';

export interface Hits {
  referenceDate: string;
  ofIndicator: Map<string, Schema['Indicatortelling']>;
}

/** What each question said in the last screening with this version, or the text that says why that is not there; neither while it comes. */
export function useHits(hash: string): { hits?: Hits; absent?: 'model.hits-other-role' | 'model.hits-not-yet' } {
  const allowed = useMay('view_screening');
  const screenings = useScreenings(allowed);
  const last = fullScreenings(screenings.data ?? []).find(({ screening }) => screening.model.hash === hash)?.screening;
  const ofIndicator = useIndicatorCounts(last?.id);
  if (!allowed) return { absent: 'model.hits-other-role' };
  if (screenings.isSuccess && !last) return { absent: 'model.hits-not-yet' };
  return last && ofIndicator ? { hits: { referenceDate: last.peildatum, ofIndicator } } : {};
}
