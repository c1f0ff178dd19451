import { lotName, useLots, useMunicipalities } from '../../api/reference-data';
import type { Colour, Schema } from '../../api/types';
import { useText } from '../../locales/Language';
import { CheckboxField } from '../../ui/checkbox-field/CheckboxField';
import { CountTiles } from '../../ui/filter-bar/CountTiles';
import { FilterBar } from '../../ui/filter-bar/FilterBar';
import { SelectField } from '../../ui/select-field/SelectField';
import { TextField } from '../../ui/text-field/TextField';
import { useDebouncedText } from '../../ui/text-field/use-debounced-text';
import { changes, steps, type UrgencySearch } from './search';

interface Props {
  search: UrgencySearch;
  counts: Schema['Kleurtelling'];
  active: number;
  onChange: (changed: Partial<UrgencySearch>) => void;
}

const nothing: UrgencySearch = {
  zoek: undefined,
  kleur: undefined,
  gemeente: undefined,
  perceel: undefined,
  stap: undefined,
  veranderd: undefined,
  gevolgd: undefined,
};

export function UrgencyFilters({ search, counts, active, onChange }: Props) {
  const t = useText();
  const [text, type] = useDebouncedText(search.zoek ?? '', (zoek) => onChange({ zoek: zoek || undefined }));
  const { list: municipalities } = useMunicipalities();
  const lots = useLots();
  const all = { value: '', label: t('filter.all') };
  const choose = (name: keyof UrgencySearch) => (event: React.ChangeEvent<HTMLSelectElement>) =>
    onChange({ [name]: event.target.value || undefined });

  const tiles = (
    <CountTiles
      label={t('urgency-list.colours')}
      counts={counts}
      chosen={search.kleur ?? []}
      onChange={(kleur: Colour[]) => onChange({ kleur: kleur.length > 0 ? kleur : undefined })}
    />
  );
  return (
    <FilterBar active={active} onClear={() => onChange(nothing)} top={tiles}>
      <TextField
        className="urgency-list__search"
        id="zoek"
        type="search"
        label={t('urgency-list.search')}
        value={text}
        onChange={(event) => type(event.target.value)}
      />
      <SelectField
        id="gemeente"
        label={t('urgency-list.municipality')}
        value={search.gemeente ?? ''}
        choices={[all, ...municipalities.map((each) => ({ value: each.code, label: each.naam }))]}
        onChange={choose('gemeente')}
      />
      <SelectField
        id="perceel"
        label={t('urgency-list.lot')}
        value={search.perceel ?? ''}
        choices={[all, ...lots.map((each) => ({ value: each.code, label: lotName(each.code) }))]}
        onChange={choose('perceel')}
      />
      <SelectField
        id="stap"
        label={t('urgency-list.step')}
        value={search.stap ?? ''}
        choices={[all, ...steps.map((each) => ({ value: each, label: t(`step.${each}`) }))]}
        onChange={choose('stap')}
      />
      <SelectField
        id="veranderd"
        label={t('urgency-list.change')}
        value={search.veranderd ?? ''}
        choices={[all, ...changes.map((each) => ({ value: each, label: t(`change.${each}`) }))]}
        onChange={choose('veranderd')}
      />
      <CheckboxField
        label={t('urgency-list.only-followed')}
        checked={search.gevolgd === 'ja'}
        onChange={(event) => onChange({ gevolgd: event.target.checked ? 'ja' : undefined })}
      />
    </FilterBar>
  );
}
