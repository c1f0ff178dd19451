import { lotName, useMunicipalities } from '../../api/reference-data';
import { useText } from '../../locales/Language';
import type { UrgencySearch } from './search';

const columns = {
  urgentie: 'urgency',
  aanbieder: 'provider',
  punten: 'points',
  verschil: 'change',
  clienten: 'clients',
  waarde: 'value',
  stap: 'step',
} as const satisfies Record<NonNullable<UrgencySearch['sorteer']>, string>;

/** What a list shows, in words: its filters and its order. */
export function useListWords() {
  const t = useText();
  const { nameOf } = useMunicipalities();
  const named = (filter: string, value: string) =>
    t('urgency-list.own.filter', { filter: t(`urgency-list.${filter}`).toLowerCase(), value });
  return ({
    zoek,
    kleur = [],
    gemeente,
    perceel,
    stap,
    veranderd,
    gevolgd,
    sorteer,
    screening,
  }: UrgencySearch): string => {
    const filters = [
      zoek && t('urgency-list.own.searched', { text: zoek }),
      ...kleur.map((each) => t(`colour.${each}`)),
      gemeente && named('municipality', nameOf(gemeente)),
      perceel && named('lot', lotName(perceel)),
      stap && named('step', t(`step.${stap}`)),
      veranderd && named('change', t(`change.${veranderd}`)),
      gevolgd && t('urgency-list.only-followed'),
      screening && t('urgency-list.own.of-screening', { number: screening }),
    ].filter(Boolean);
    const shown = filters.length === 0 ? t('urgency-list.own.everybody') : filters.join(', ');
    if (!sorteer) return shown;
    return t('urgency-list.own.sorted', { shown, column: t(`urgency-list.${columns[sorteer]}`).toLowerCase() });
  };
}
