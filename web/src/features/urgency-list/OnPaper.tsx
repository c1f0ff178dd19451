import { useToday } from '../../api/today';
import type { ScreeningReference } from '../../api/types';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import type { UrgencySearch } from './search';
import { useListWords } from './use-list-words';

/** What a printed list holds: on paper the filters themselves are not there. */
export function OnPaper({ screening, search }: { screening: ScreeningReference; search: UrgencySearch }) {
  const t = useText();
  const format = useFormat();
  const today = useToday();
  const words = useListWords();
  return (
    <p className="urgency-list__on-paper">
      {t('urgency-list.on-paper', {
        shown: words({ ...search, sorteer: search.sorteer ?? 'urgentie' }),
        date: format.date(screening.peildatum),
        today: format.date(today),
      })}
    </p>
  );
}
