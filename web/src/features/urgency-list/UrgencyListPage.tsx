import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ScreeningReference } from '../../api/types';
import { isStep } from '../../app/search';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import { Button } from '../../ui/button/Button';
import type { Sort } from '../../ui/data-table/DataTable';
import { DataTable } from '../../ui/data-table/DataTable';
import { PageHeading } from '../../ui/page-heading/PageHeading';
import { SignalSentence } from '../../ui/signal-sentence/SignalSentence';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states/States';
import { useColumns } from './columns';
import { Downloads } from './Downloads';
import { OnPaper } from './OnPaper';
import { OwnLists } from './OwnLists';
import { activeFilters, withAll, type UrgencySearch } from './search';
import { UrgencyFilters } from './UrgencyFilters';
import { useFirstList } from './use-first-list';
import { useUrgencyList, type ProviderRow } from './use-urgency-list';
import './urgency-list.css';

const route = getRouteApi('/urgentielijst');
const noRows: ProviderRow[] = [];

/** Who to look at first, and why. */
export function UrgencyListPage() {
  const t = useText();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const format = useFormat();
  useFirstList(search);
  const list = useUrgencyList(search);
  const { kleur } = search;
  const loaded = list.data?.rows ?? noRows;
  const rows = useMemo(
    () =>
      kleur ? loaded.filter(({ aanbieder }) => aanbieder.kleur !== null && kleur.includes(aanbieder.kleur)) : loaded,
    [loaded, kleur],
  );

  const change = (changed: Partial<UrgencySearch>) =>
    void navigate({
      search: (before) => withAll({ ...before, ...changed }),
      replace: !isStep({ ...search }, changed, ['sorteer', 'richting']),
      resetScroll: false,
    });

  return (
    <div className="urgency-list">
      <PageHeading title={t('urgency-list.title')} actions={list.data && <Actions search={search} />} />
      <SignalSentence screening={list.data?.screening} />
      {list.data?.before && (
        <p className="urgency-list__before">
          {t('urgency-list.before', { date: format.date(list.data.before.peildatum) })}
        </p>
      )}
      {list.isPending && <LoadingState />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.screening === null && <EmptyState>{t('urgency-list.no-screening')}</EmptyState>}
      {list.data?.screening && (
        <>
          <UrgencyFilters search={search} counts={list.data.counts} active={activeFilters(search)} onChange={change} />
          <OnPaper screening={list.data.screening} search={search} />
          <List
            screening={list.data.screening}
            rows={rows}
            search={search}
            onChange={change}
            waiting={list.isPlaceholderData}
          />
        </>
      )}
    </div>
  );
}

function Actions({ search }: { search: UrgencySearch }) {
  const t = useText();
  return (
    <>
      <OwnLists search={search} />
      <Downloads search={search} />
      <Button onClick={() => window.print()}>{t('urgency-list.print')}</Button>
    </>
  );
}

interface ListProps {
  screening: ScreeningReference;
  rows: ProviderRow[];
  search: UrgencySearch;
  onChange: (changed: Partial<UrgencySearch>) => void;
  waiting: boolean;
}

function List({ screening, rows, search, onChange, waiting }: ListProps) {
  const t = useText();
  const columns = useColumns(screening);
  const { sorteer = 'urgentie', richting = 'op' } = search;
  const sort = useMemo<Sort>(() => ({ column: sorteer, descending: richting === 'af' }), [sorteer, richting]);
  const onSort = ({ column, descending }: Sort) =>
    onChange({ sorteer: column as UrgencySearch['sorteer'], richting: descending ? 'af' : 'op' });

  const count = t('urgency-list.count', { count: rows.length });
  return (
    <div aria-busy={waiting}>
      <p className="visually-hidden" role="status">
        {count}
      </p>
      {rows.length === 0 ? (
        <EmptyState>{t('urgency-list.nobody')}</EmptyState>
      ) : (
        <DataTable
          caption={count}
          columns={columns}
          rows={rows}
          rowId={(row) => String(row.aanbieder.id)}
          sort={sort}
          onSort={onSort}
          edge={(row) => row.aanbieder.subcategorie ?? row.aanbieder.kleur ?? undefined}
        />
      )}
    </div>
  );
}
