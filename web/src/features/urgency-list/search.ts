import type { Change, Colour, Step } from '../../api/types';
import { oneOf, parseSearch, someOf, textIn, type Search } from '../../app/search';

const colours = ['rood', 'oranje', 'grijs', 'groen'] as const satisfies Colour[];
export const changes = ['hoger', 'lager', 'onbekend', 'nieuw', 'gelijk'] as const satisfies Change[];
export const steps = ['aanmelding', 'gegund', 'monitoring', 'urgentielijst', 'beeindigd'] as const satisfies Step[];
const sortColumns = ['urgentie', 'aanbieder', 'punten', 'verschil', 'clienten', 'waarde', 'stap'] as const;

/** What the list shows and in which order, as it stands in the address. */
export interface UrgencySearch {
  zoek?: string;
  kleur?: Colour[];
  gemeente?: string;
  perceel?: string;
  stap?: Step;
  veranderd?: Change;
  /** Only the providers that the reader follows. */
  gevolgd?: 'ja';
  sorteer?: (typeof sortColumns)[number];
  richting?: 'op' | 'af';
  screening?: string;
  /** Everything, asked for in so many words: an address with nothing in it opens the list that comes first. */
  lijst?: 'alles';
}

export function readSearch(search: Search): UrgencySearch {
  const code = textIn(search, 'gemeente');
  const screening = textIn(search, 'screening');
  return {
    zoek: textIn(search, 'zoek'),
    kleur: someOf(search, 'kleur', colours),
    gemeente: code && /^[0-9]{4}$/.test(code) ? code : undefined,
    perceel: textIn(search, 'perceel'),
    stap: oneOf(search, 'stap', steps),
    veranderd: oneOf(search, 'veranderd', changes),
    gevolgd: oneOf(search, 'gevolgd', ['ja']),
    sorteer: oneOf(search, 'sorteer', sortColumns),
    richting: oneOf(search, 'richting', ['op', 'af']),
    screening: screening && /^[1-9][0-9]*$/.test(screening) ? screening : undefined,
    lijst: oneOf(search, 'lijst', ['alles']),
  };
}

/** How many filters are on; the order is none. */
export function activeFilters({ zoek, kleur, gemeente, perceel, stap, veranderd, gevolgd }: UrgencySearch): number {
  return [zoek, kleur, gemeente, perceel, stap, veranderd, gevolgd].filter((value) => value !== undefined).length;
}

/** The address of a choice: where no filter is left it says so itself. */
export function withAll(search: UrgencySearch): UrgencySearch {
  return { ...search, lijst: activeFilters(search) === 0 ? 'alles' : undefined };
}

/** What a kept list asks for. */
export const keptSearch = (address: string): UrgencySearch => withAll(readSearch(parseSearch(address)));

/** Whether an address asks for nothing at all, as the menu does. */
export const asksNothing = (search: UrgencySearch) => Object.values(search).every((value) => value === undefined);

/** What the server is asked: all but the colours, which are chosen from what it counted, and the order. */
export function filtersOf({ zoek, gemeente, perceel, stap, veranderd, gevolgd, screening }: UrgencySearch) {
  return {
    zoek,
    gemeente,
    perceel,
    stap: stap && [stap],
    veranderd: veranderd && [veranderd],
    alleenGevolgd: gevolgd && true,
    screening: screening ? Number(screening) : undefined,
  };
}
