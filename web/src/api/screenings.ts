import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, unwrap } from './client';
import type { Schema } from './types';

export type ScreeningHead = Schema['Screeningskop'];

async function everyScreening(): Promise<ScreeningHead[]> {
  const found: ScreeningHead[] = [];
  let after: string | null | undefined;
  do {
    // Each page needs the cursor of the page before.
    // oxlint-disable-next-line no-await-in-loop
    const page = await unwrap(api.GET('/screenings', { params: { query: { aantal: 500, na: after ?? undefined } } }));
    found.push(...page.screenings);
    after = page.volgende;
  } while (after);
  return found;
}

/** All screenings, the newest first. */
export function useScreenings(enabled = true) {
  return useQuery({ queryKey: ['screenings'], queryFn: everyScreening, enabled });
}

/** Those of all providers, by the day that they looked at, the latest first. */
export function fullScreenings(screenings: ScreeningHead[]): ScreeningHead[] {
  return screenings
    .filter((each) => each.soort === 'volledig')
    .toSorted((a, b) => b.screening.peildatum.localeCompare(a.screening.peildatum) || b.screening.id - a.screening.id);
}

/**
 * Those that hold of one phase, one a day, the latest first: of a day the one that knew most, and of two that knew the same the first.
 * So a run of the gate, or one that is made over with what was known then, is nobody's last screening; the server chooses alike.
 */
export function holdingScreenings(screenings: ScreeningHead[], phase: Schema['Fase'] = 'monitoring'): ScreeningHead[] {
  const knewMost = screenings
    .filter(({ soort, screening }) => soort === 'volledig' && screening.fase === phase)
    .toSorted(
      ({ screening: a }, { screening: b }) =>
        b.peildatum.localeCompare(a.peildatum) || b.geregistreerdOp.localeCompare(a.geregistreerdOp) || a.id - b.id,
    );
  return knewMost.filter(({ screening }, place) => screening.peildatum !== knewMost[place - 1]?.screening.peildatum);
}

/** What each question said in one run, by its key; nothing until it is known. */
export function useIndicatorCounts(screening: number | undefined) {
  const { data } = useQuery({
    queryKey: ['screenings', screening, 'indicatoren'],
    queryFn: () =>
      unwrap(api.GET('/screenings/{screeningId}/indicatoren', { params: { path: { screeningId: screening ?? 0 } } })),
    enabled: screening !== undefined,
  });
  return useMemo(() => data && new Map(data.indicatoren.map((each) => [each.indicator, each])), [data]);
}
