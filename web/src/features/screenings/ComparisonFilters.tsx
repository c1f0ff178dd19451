import type { ScreeningHead } from '../../api/screenings';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import { CheckboxField } from '../../ui/checkbox-field/CheckboxField';
import { FilterBar } from '../../ui/filter-bar/FilterBar';
import { SelectField } from '../../ui/select-field/SelectField';
import { TextField } from '../../ui/text-field/TextField';
import { countsPerCause, directionOf, directions, type ComparedRow, type ComparisonSearch } from './comparison';

interface Props {
  others: ScreeningHead[];
  met: number | undefined;
  search: ComparisonSearch;
  rows: ComparedRow[];
  onChange: (changed: Partial<ComparisonSearch>) => void;
}

/** With which screening it is compared, and which providers are shown. */
export function ComparisonFilters({ others, met, search, rows, onChange }: Props) {
  const t = useText();
  const format = useFormat();
  const all = { value: '', label: t('filter.all') };
  const withCount = (label: string, count: number) => t('screenings.comparison.with-count', { label, count });
  const active = [search.zoek, search.richting, search.oorzaak, search.alles].filter(Boolean).length;
  return (
    <FilterBar
      active={active}
      onClear={() => onChange({ zoek: undefined, richting: undefined, oorzaak: undefined, alles: undefined })}
    >
      <SelectField
        id="met"
        label={t('screenings.comparison.with')}
        choices={others.map(({ screening }) => ({
          value: String(screening.id),
          label: t('screenings.comparison.choice', { date: format.date(screening.peildatum), number: screening.id }),
        }))}
        value={met}
        onChange={(event) => onChange({ met: Number(event.target.value) })}
      />
      <TextField
        id="zoek"
        label={t('screenings.comparison.search')}
        type="search"
        value={search.zoek ?? ''}
        onChange={(event) => onChange({ zoek: event.target.value || undefined })}
      />
      <SelectField
        id="richting"
        label={t('screenings.comparison.direction')}
        choices={[
          all,
          ...directions.map((value) => ({
            value,
            label: withCount(
              t(`screenings.direction.${value}`),
              rows.filter((row) => directionOf(row) === value).length,
            ),
          })),
        ]}
        value={search.richting ?? ''}
        onChange={(event) => onChange({ richting: (event.target.value || undefined) as ComparisonSearch['richting'] })}
      />
      <SelectField
        id="oorzaak"
        label={t('screenings.comparison.cause')}
        choices={[
          all,
          ...countsPerCause(rows).map(({ cause, count }) => ({
            value: cause,
            label: withCount(t(`screenings.cause.${cause}`), count),
          })),
        ]}
        value={search.oorzaak ?? ''}
        onChange={(event) => onChange({ oorzaak: (event.target.value || undefined) as ComparisonSearch['oorzaak'] })}
      />
      <CheckboxField
        label={t('screenings.comparison.all')}
        checked={search.alles === 'ja'}
        onChange={(event) => onChange({ alles: event.target.checked ? 'ja' : undefined })}
      />
    </FilterBar>
  );
}
