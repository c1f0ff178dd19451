import { getRouteApi, Link } from '@tanstack/react-router';
import { useMay } from '../../api/session';
import { useText } from '../../locales/Language';
import { FilterBar } from '../../ui/filter-bar/FilterBar';
import { LoadMore } from '../../ui/load-more/LoadMore';
import { PageHeading } from '../../ui/page-heading/PageHeading';
import { SelectField } from '../../ui/select-field/SelectField';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states/States';
import { ImportsTable } from './ImportsTable';
import { kinds, type Kind } from './kinds';
import { LastImports } from './LastImports';
import { useImports } from './use-imports';
import './imports.css';

const route = getRouteApi('/gegevens');

/** What was delivered, and what is the newest of each kind. */
export function ImportsPage() {
  const t = useText();
  return (
    <>
      <PageHeading title={t('imports.title')} intro={t('imports.intro')} actions={<Actions />} />
      <LastImports />
      <Deliveries />
    </>
  );
}

function Actions() {
  const t = useText();
  const mayImport = useMay('import_files');
  const mayMap = useMay('view_mappings');
  return (
    <>
      {mayMap && (
        <Link className="nl-button nl-button--secondary" to="/gegevens/koppelingen">
          {t('imports.mappings')}
        </Link>
      )}
      {mayImport && (
        <Link className="nl-button nl-button--primary" to="/gegevens/nieuw">
          {t('imports.new')}
        </Link>
      )}
    </>
  );
}

function Deliveries() {
  const t = useText();
  const { soort } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useImports(soort);
  const heads = list.data?.pages.flatMap((page) => page.imports) ?? [];
  const choose = (kind: string) => void navigate({ search: { soort: (kind || undefined) as Kind | undefined } });
  return (
    <section>
      <h2>{t('imports.all')}</h2>
      <FilterBar active={soort ? 1 : 0} onClear={() => choose('')}>
        <SelectField
          className="imports__filter"
          id="soort"
          label={t('imports.kind')}
          value={soort ?? ''}
          choices={[
            { value: '', label: t('filter.all') },
            ...kinds.map((kind) => ({ value: kind, label: t(`imports.kind.${kind}`) })),
          ]}
          onChange={(event) => choose(event.target.value)}
        />
      </FilterBar>
      {list.isPending && <LoadingState />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && heads.length === 0 && <EmptyState>{t('imports.none')}</EmptyState>}
      {heads.length > 0 && (
        <>
          <ImportsTable heads={heads} />
          <LoadMore shown={heads.length} list={list} />
        </>
      )}
    </section>
  );
}
