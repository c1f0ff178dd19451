import { stringifySearch } from '../../app/search';
import { useText } from '../../locales/Language';
import { filtersOf, type UrgencySearch } from './search';

/** The list with its filters as a file, made by the server: it states what must stand with a colour, and logs that it left. */
export function Downloads({ search }: { search: UrgencySearch }) {
  const t = useText();
  const { kleur } = search;
  return (['csv', 'xlsx'] as const).map((vorm) => (
    <a
      key={vorm}
      className="nl-button nl-button--secondary urgency-list__download"
      href={`/api/v1/urgentielijst/uitvoer${stringifySearch({ vorm, kleur, ...filtersOf(search) })}`}
      download
    >
      {t(`urgency-list.${vorm}`)}
    </a>
  ));
}
