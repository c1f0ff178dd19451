import { checkSession } from '../../api/session';
import { stringifySearch } from '../../app/search';
import { useLanguage, useText } from '../../locales/Language';
import { filtersOf, type UrgencySearch } from './search';

const directions = { op: 'oplopend', af: 'aflopend' };

/** The list with its filters and its order as a file in the language of the page, made by the server: it states what must stand with a colour, and logs that it left. */
export function Downloads({ search }: { search: UrgencySearch }) {
  const t = useText();
  const { language: taal } = useLanguage();
  const { kleur, sorteer, richting } = search;
  const order = { sorteer, richting: richting && directions[richting] };
  return (['csv', 'xlsx'] as const).map((vorm) => (
    <a
      key={vorm}
      className="nl-button nl-button--secondary urgency-list__download"
      href={`/api/v1/urgentielijst/uitvoer${stringifySearch({ vorm, taal, ...order, kleur, ...filtersOf(search) })}`}
      download
      onClick={checkSession}
    >
      {t(`urgency-list.${vorm}`)}
    </a>
  ));
}
