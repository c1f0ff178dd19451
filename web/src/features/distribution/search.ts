import { holdingScreenings, type ScreeningHead } from '../../api/screenings';

/** The two screenings that are compared, as they stand in the address. */
export interface DistributionSearch {
  van?: number;
  tot?: number;
}

function numberIn(value: unknown): number | undefined {
  const number = Number(value);
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
}

export function readSearch({ van, tot }: Record<string, unknown>): DistributionSearch {
  return { van: numberIn(van), tot: numberIn(tot) };
}

/** What is asked, or else the first and the last that hold. */
export function chosenMoments(screenings: ScreeningHead[], { van, tot }: DistributionSearch) {
  const has = (id: number | undefined) => screenings.some((each) => each.screening.id === id);
  const holding = holdingScreenings(screenings);
  const first = holding.at(-1)?.screening.id;
  const last = holding[0]?.screening.id;
  return { van: has(van) ? van : first, tot: has(tot) ? tot : last };
}
