import { useModelWords } from '../../api/model-words';
import { useLanguage, useText } from '../../locales/Language';
import { useWords } from '../../locales/words';
import { FilterBar } from '../../ui/filter-bar/FilterBar';
import { SelectField } from '../../ui/select-field/SelectField';
import { EmptyState } from '../../ui/states/States';
import { TextField } from '../../ui/text-field/TextField';
import { useDebouncedText } from '../../ui/text-field/use-debounced-text';
import { IndicatorCard } from './IndicatorCard';
import { matches } from './matches';
import type { ModelSearch } from './routes';
import { useHits } from './use-hits';
import type { Version } from './use-model';

interface Props {
  version: Version;
  search: ModelSearch;
  onChange: (changed: ModelSearch) => void;
}

/** In the address a knock-out has a category too, of its own. */
const knockOut = 'uitsluiting';

/** The questions of the model, each as sentences. */
export function Indicators({ version, search, onChange }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const { category } = useModelWords(version.kop.model);
  const { zoek = '', categorie } = search;
  const shown = version.indicatoren.filter(
    (indicator) =>
      (!categorie || (indicator.categorie ?? knockOut) === categorie) && matches(indicator, zoek, language),
  );
  const { hits, absent } = useHits(version.kop.model.hash);
  const count = t('model.shown', { shown: shown.length, all: version.indicatoren.length });
  return (
    <section id="vragen" tabIndex={-1}>
      <h2>{t('model.indicators', { count: version.indicatoren.length })}</h2>
      <p>{t('model.indicators-intro')}</p>
      <Filters version={version} search={search} onChange={onChange} />
      {absent && <p>{t(absent)}</p>}
      <p role="status">{count}</p>
      {shown.length === 0 && <EmptyState>{t('model.nothing')}</EmptyState>}
      {shown.map((indicator) => (
        <IndicatorCard
          key={indicator.indicator}
          indicator={indicator}
          hits={hits}
          category={indicator.categorie === null ? null : category(indicator.categorie)}
        />
      ))}
    </section>
  );
}

function Filters({ version, search, onChange }: Props) {
  const t = useText();
  const words = useWords();
  const [text, type] = useDebouncedText(search.zoek ?? '', (zoek) => onChange({ zoek: zoek || undefined }));
  const active = [search.zoek, search.categorie].filter(Boolean).length;
  return (
    <FilterBar active={active} onClear={() => onChange({ zoek: undefined, categorie: undefined })}>
      <TextField
        id="zoek"
        type="search"
        label={t('model.search')}
        value={text}
        onChange={(event) => type(event.target.value)}
      />
      <SelectField
        id="categorie"
        label={t('model.category')}
        value={search.categorie ?? ''}
        choices={[
          { value: '', label: t('filter.all') },
          ...version.categorieen.map(({ categorie, titel, titelEngels }) => {
            const { text: label, lang } = words(titel, titelEngels);
            return { value: categorie, label, lang };
          }),
          { value: knockOut, label: t('model.knock-out') },
        ]}
        onChange={(event) => onChange({ categorie: event.target.value || undefined })}
      />
    </FilterBar>
  );
}
