import { useText } from '../../locales/Language';
import { FilterBar } from '../../ui/filter-bar/FilterBar';
import { SelectField } from '../../ui/select-field/SelectField';
import { TextField } from '../../ui/text-field/TextField';
import { useDebouncedText } from '../../ui/text-field/use-debounced-text';
import { actions } from './actions';
import type { LogSearch } from './search';
import { useAccountNames } from './use-audit-log';

interface Props {
  search: LogSearch;
  /** Who the number that is chosen belongs to, as far as the entries tell. */
  providerName: string | undefined;
  onChange: (changed: Partial<LogSearch>) => void;
}

const nothing: LogSearch = {
  gebruiker: undefined,
  aanbieder: undefined,
  handeling: undefined,
  vanaf: undefined,
  tot: undefined,
};

export function LogFilters({ search, providerName, onChange }: Props) {
  const t = useText();
  const accounts = useAccountNames();
  const [provider, typeProvider] = useDebouncedText(search.aanbieder ?? '', (text) =>
    onChange({ aanbieder: text || undefined }),
  );
  const all = { value: '', label: t('filter.all') };
  const active = Object.values(search).filter((value) => value !== undefined).length;
  return (
    <FilterBar active={active} onClear={() => onChange(nothing)}>
      <SelectField
        id="gebruiker"
        label={t('audit-log.who')}
        value={search.gebruiker ?? ''}
        choices={[all, ...accounts.map(({ id, weergavenaam }) => ({ value: String(id), label: weergavenaam }))]}
        onChange={(event) => onChange({ gebruiker: event.target.value || undefined })}
      />
      <SelectField
        id="handeling"
        label={t('audit-log.what')}
        value={search.handeling ?? ''}
        choices={[all, ...actions.map((action) => ({ value: action, label: t(`audit-log.action.${action}`) }))]}
        onChange={(event) => onChange({ handeling: event.target.value || undefined })}
      />
      <TextField
        id="aanbieder"
        label={t('audit-log.provider-number')}
        description={providerName}
        inputMode="numeric"
        value={provider}
        onChange={(event) => typeProvider(event.target.value)}
      />
      <TextField
        id="vanaf"
        type="date"
        label={t('audit-log.from')}
        value={search.vanaf ?? ''}
        onChange={(event) => onChange({ vanaf: event.target.value || undefined })}
      />
      <TextField
        id="tot"
        type="date"
        label={t('audit-log.to')}
        value={search.tot ?? ''}
        onChange={(event) => onChange({ tot: event.target.value || undefined })}
      />
    </FilterBar>
  );
}
