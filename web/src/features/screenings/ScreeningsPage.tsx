import { Link } from '@tanstack/react-router';
import { useMay } from '../../api/session';
import { useScreenings, type ScreeningHead } from '../../api/screenings';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import { DataTable, type Column } from '../../ui/data-table/DataTable';
import { PageHeading } from '../../ui/page-heading/PageHeading';
import { RegionCounts } from '../../ui/region-counts/RegionCounts';
import { SignalSentence } from '../../ui/signal-sentence/SignalSentence';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states/States';
import { SmallCounts } from './SmallCounts';
import './screenings.css';

/** Each time that the model looked at the providers. */
export function ScreeningsPage() {
  const t = useText();
  const mayStart = useMay('run_screening');
  const screenings = useScreenings();
  const columns = useColumns();
  return (
    <>
      <PageHeading
        title={t('screenings.title')}
        intro={t('screenings.intro')}
        actions={
          mayStart && (
            <Link className="nl-button nl-button--primary" to="/screenings/nieuw">
              {t('screenings.new')}
            </Link>
          )
        }
      />
      <SignalSentence />
      <RegionCounts verb="list_screenings" />
      {screenings.isPending && <LoadingState />}
      {screenings.isError && <ErrorState error={screenings.error} onRetry={() => void screenings.refetch()} />}
      {screenings.data?.length === 0 && <EmptyState>{t('screenings.empty')}</EmptyState>}
      {screenings.data && screenings.data.length > 0 && (
        <DataTable
          caption={t('screenings.count', { count: screenings.data.length })}
          columns={columns}
          rows={screenings.data}
          rowId={(row) => String(row.screening.id)}
        />
      )}
    </>
  );
}

function useColumns(): Column<ScreeningHead>[] {
  const t = useText();
  const format = useFormat();
  return [
    {
      id: 'peildatum',
      header: t('screenings.date'),
      rowHeader: true,
      card: 'title',
      cell: ({ screening }) => (
        <Link className="nl-link" to="/screenings/$screeningId" params={{ screeningId: String(screening.id) }}>
          {t('screenings.of', { date: format.date(screening.peildatum) })}
        </Link>
      ),
    },
    {
      id: 'soort',
      header: t('screenings.kind'),
      cell: ({ soort, screening }) => (
        <>
          {t(`screenings.kind.${soort}`)}
          {screening.proef && <b className="screenings__detail">{t('screenings.trial')}</b>}
        </>
      ),
    },
    { id: 'fase', header: t('screenings.phase'), cell: ({ screening }) => t(`screenings.phase.${screening.fase}`) },
    {
      id: 'model',
      header: t('screenings.model'),
      cell: ({ screening: { model } }) => `${model.naam} ${model.versie}`,
    },
    {
      id: 'beoordeeld',
      header: t('screenings.assessed'),
      numeric: true,
      cell: ({ beoordeeld }) => format.number(beoordeeld),
    },
    {
      id: 'kleuren',
      header: t('screenings.colours'),
      card: 'full',
      cell: ({ tellingen }) => <SmallCounts counts={tellingen} />,
    },
    {
      id: 'klaar',
      header: t('screenings.done'),
      card: 'full',
      cell: ({ klaarOp, aangevraagdDoor }) => (
        <>
          {format.moment(klaarOp)}
          {aangevraagdDoor && <span className="screenings__detail">{aangevraagdDoor.weergavenaam}</span>}
        </>
      ),
    },
  ];
}
