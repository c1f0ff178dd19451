import { getRouteApi, Link } from '@tanstack/react-router';
import { useToday } from '../../api/today';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import { Spoken } from '../../locales/words';
import { DataTable, type Column } from '../../ui/data-table/DataTable';
import { Deadline } from '../../ui/deadline/Deadline';
import { useFactName } from '../../ui/fact/fact-words';
import { PageHeading } from '../../ui/page-heading/PageHeading';
import { ProviderLink } from '../../ui/provider-link/ProviderLink';
import { SelectField } from '../../ui/select-field/SelectField';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states/States';
import { useCorrections, type Correction } from './queries';
import { statuses, type ListSearch } from './search';
import { groupOf, groups } from './terms';
import './corrections.css';

const route = getRouteApi('/correcties');

/** Corrections that wait for a decision, the most urgent first; or those that were decided. */
export function CorrectionListPage() {
  const t = useText();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const list = useCorrections(search);
  const { status = 'open' } = search;
  return (
    <>
      <PageHeading title={t('corrections.title')} intro={t('corrections.intro')} />
      <SelectField
        id="status"
        className="corrections__status"
        label={t('corrections.status')}
        choices={statuses.map((value) => ({ value, label: t(`corrections.status.${value}`) }))}
        value={status}
        onChange={(event) =>
          void navigate({ search: (before) => ({ ...before, status: event.target.value as ListSearch['status'] }) })
        }
      />
      {search.aanbieder && (
        <p>
          {t('corrections.one-provider')}{' '}
          <Link className="nl-link" to="/correcties" search={{ status }}>
            {t('corrections.all-providers')}
          </Link>
        </p>
      )}
      {list.isPending && <LoadingState />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.length === 0 && <EmptyState>{t(`corrections.none.${status}`)}</EmptyState>}
      {list.data && status === 'open' && <ByTerm rows={list.data} />}
      {list.data && list.data.length > 0 && status !== 'open' && (
        <CorrectionTable caption={t(`corrections.status.${status}`)} rows={list.data} isDecided />
      )}
    </>
  );
}

function ByTerm({ rows }: { rows: Correction[] }) {
  const t = useText();
  const today = useToday();
  return groups.map((group) => {
    const inGroup = rows
      .filter((row) => groupOf(today, row.besluitVoor) === group)
      .toSorted((a, b) => a.besluitVoor.localeCompare(b.besluitVoor));
    if (inGroup.length === 0) return null;
    return (
      <CorrectionTable
        key={group}
        caption={t(`corrections.group.${group}`, { count: inGroup.length })}
        rows={inGroup}
      />
    );
  });
}

interface TableProps {
  caption: string;
  rows: Correction[];
  isDecided?: boolean;
}

function CorrectionTable({ caption, rows, isDecided = false }: TableProps) {
  const columns = useColumns(isDecided);
  return (
    <section className="corrections__group">
      <DataTable caption={caption} columns={columns} rows={rows} rowId={(row) => String(row.id)} />
    </section>
  );
}

function useColumns(isDecided: boolean): Column<Correction>[] {
  const t = useText();
  const format = useFormat();
  const today = useToday();
  const factName = useFactName();
  return [
    {
      id: 'fact',
      header: t('corrections.fact'),
      rowHeader: true,
      card: 'title',
      cell: (row) => (
        <Link className="nl-link" to="/correcties/$id" params={{ id: String(row.id) }}>
          <Spoken words={factName(row)} />
        </Link>
      ),
    },
    {
      id: 'provider',
      header: t('corrections.provider'),
      card: 'full',
      cell: ({ aanbieder }) => <ProviderLink id={aanbieder.id} name={aanbieder.naam} />,
    },
    { id: 'kind', header: t('corrections.kind'), cell: (row) => t(`corrections.kind.${row.soort}`) },
    {
      id: 'by',
      header: t('corrections.by'),
      cell: (row) => `${row.ingediendDoor.weergavenaam}, ${format.shortDate(row.ingediendOp)}`,
    },
    {
      id: 'term',
      header: t(isDecided ? 'corrections.decision' : 'corrections.term'),
      cell: ({ besluit, besluitVoor }) =>
        besluit ? (
          t('corrections.decided-on', { date: format.shortDate(besluit.op) })
        ) : (
          <Deadline day={besluitVoor} today={today} />
        ),
    },
  ];
}
