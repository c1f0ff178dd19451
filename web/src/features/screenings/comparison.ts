import { holdingScreenings, type ScreeningHead } from '../../api/screenings';
import type { Schema } from '../../api/types';
import { finestGroups } from '../../ui/group-bars/groups';

export type Comparison = Schema['Vergelijking'];
export type ComparedRow = Schema['Vergelijkingsregel'];
export type Cause = Schema['Oorzaaksoort'];

/** In the order in which the server explains a difference. */
export const causes = [
  'model',
  'gecorrigeerd',
  'nieuw-bekend',
  'nieuw-waar',
  'verlopen',
  'terzijde',
  'populatie',
] as const satisfies Cause[];
export const directions = ['zwaarder', 'lichter', 'onbekend', 'gelijk'] as const;
export type Direction = (typeof directions)[number];
const columns = ['aanbieder', 'oud', 'nieuw', 'verschil'] as const;

/** What the page shows, as it stands in the address. */
export interface ComparisonSearch {
  met?: number;
  oorzaak?: Cause;
  richting?: Direction;
  zoek?: string;
  alles?: 'ja';
  sorteer?: (typeof columns)[number];
  volgorde?: 'op' | 'af';
}

function oneOf<Word extends string>(value: unknown, words: readonly Word[]): Word | undefined {
  return words.find((word) => word === value);
}

export function readSearch(search: Record<string, unknown>): ComparisonSearch {
  const met = Number(search.met);
  return {
    met: Number.isSafeInteger(met) && met > 0 ? met : undefined,
    oorzaak: oneOf(search.oorzaak, causes),
    richting: oneOf(search.richting, directions),
    // A name of digits alone comes out of the address as a number.
    zoek: search.zoek === undefined || search.zoek === '' ? undefined : String(search.zoek),
    alles: oneOf(search.alles, ['ja']),
    sorteer: oneOf(search.sorteer, columns),
    volgorde: oneOf(search.volgorde, ['op', 'af']),
  };
}

/** Low is urgent. */
export const rankOf = ({ kleur, subcategorie }: Schema['Stand']) =>
  finestGroups.findIndex((group) => group === (subcategorie ?? kleur));

/** To or from too little data is neither heavier nor lighter. */
export function directionOf({ oud, nieuw }: ComparedRow): Direction {
  if (rankOf(oud) === rankOf(nieuw)) return 'gelijk';
  if (oud.kleur === 'grijs' || nieuw.kleur === 'grijs') return 'onbekend';
  return rankOf(nieuw) < rankOf(oud) ? 'zwaarder' : 'lichter';
}

export function filtered(rows: ComparedRow[], { oorzaak, richting, zoek }: ComparisonSearch): ComparedRow[] {
  const wanted = zoek?.toLowerCase();
  return rows.filter(
    (row) =>
      (!oorzaak || row.oorzaken.some((cause) => cause.soort === oorzaak)) &&
      (!richting || directionOf(row) === richting) &&
      (!wanted || row.aanbieder.naam.toLowerCase().includes(wanted)),
  );
}

/** At how many providers each cause has a part; one provider may count at several. */
export function countsPerCause(rows: ComparedRow[]): { cause: Cause; count: number }[] {
  return causes
    .map((cause) => ({ cause, count: filtered(rows, { oorzaak: cause }).length }))
    .filter(({ count }) => count > 0);
}

/** The screening of the same phase that holds of a day before this one. */
export function previousOf(screenings: ScreeningHead[], id: number): ScreeningHead | undefined {
  const own = screenings.find((each) => each.screening.id === id)?.screening;
  if (!own) return undefined;
  return holdingScreenings(screenings, own.fase).find(({ screening }) => screening.peildatum < own.peildatum);
}
