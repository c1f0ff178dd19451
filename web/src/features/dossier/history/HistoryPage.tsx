import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, unwrap } from '../../../api/client';
import { isNotFound } from '../../../api/problem';
import { useMay } from '../../../api/session';
import type { Schema } from '../../../api/types';
import { useFormat } from '../../../locales/format';
import { useText } from '../../../locales/Language';
import { DataTable, type Column } from '../../../ui/data-table/DataTable';
import { SignalBadge } from '../../../ui/signal-badge/SignalBadge';
import { EmptyState, ErrorState, LoadingState } from '../../../ui/states/States';
import { Timeline } from '../../../ui/timeline/Timeline';
import { Causes } from './Causes';
import { EventSentence } from './EventSentence';
import { ScoreFigure } from './ScoreFigure';
import { useScreeningKind } from './use-screening-kind';
import { useAssessments, useDossier } from '../queries';

type Assessment = Schema['Beoordelingskop'];
type Comparison = Schema['Vergelijkingsregel'];

/** Colour and points per screening with the cause of each change, and what else happened. */
export function HistoryPage() {
  const t = useText();
  const { id, asOf } = useDossier();
  const assessments = useAssessments(id, asOf);
  if (assessments.isPending) return <LoadingState />;
  if (assessments.isError) return <ErrorState error={assessments.error} onRetry={() => void assessments.refetch()} />;
  return (
    <>
      <h2>{t('dossier.history.title')}</h2>
      {assessments.data.length === 0 ? (
        <EmptyState>{t('dossier.not-assessed')}</EmptyState>
      ) : (
        <>
          <AssessmentTable rows={assessments.data} />
          <ScoreFigure rows={assessments.data} />
        </>
      )}
      <Events />
    </>
  );
}

/** What differs between each screening and the one before it. */
function useComparisons(id: number, rows: Assessment[]) {
  const mayCompare = useMay('compare_screenings');
  const pairs = rows
    .slice(0, -1)
    .map((row, place) => ({ newer: row.screening, older: rows[place + 1]?.screening ?? 0 }));
  return useQueries({
    queries: pairs.map(({ newer, older }) => ({
      queryKey: ['vergelijking', newer, older, id],
      queryFn: async (): Promise<Comparison | null> => {
        const query = { met: older, aanbieder: id, alleenGewijzigd: false };
        const params = { path: { screeningId: newer }, query };
        const { regels } = await unwrap(api.GET('/screenings/{screeningId}/vergelijking', { params }));
        return regels.find((line) => line.aanbieder.id === id) ?? null;
      },
      enabled: mayCompare,
      staleTime: Infinity,
    })),
    combine: (results) => new Map(pairs.map(({ newer }, place) => [newer, results[place]])),
  });
}

function AssessmentTable({ rows }: { rows: Assessment[] }) {
  const t = useText();
  const columns = useColumns(rows);
  return (
    <DataTable
      caption={t('dossier.history.caption', { count: rows.length })}
      columns={columns}
      rows={rows}
      rowId={(row) => String(row.screening)}
    />
  );
}

function useColumns(rows: Assessment[]): Column<Assessment>[] {
  const t = useText();
  const format = useFormat();
  const { id, asOf } = useDossier();
  const mayCompare = useMay('compare_screenings');
  const kindOf = useScreeningKind();
  const comparisons = useComparisons(id, rows);
  const first = rows.at(-1)?.screening;

  const causes = (row: Assessment) => {
    if (row.screening === first) return t('dossier.history.first');
    const comparison = comparisons.get(row.screening);
    if (comparison?.isError)
      return t(isNotFound(comparison.error) ? 'dossier.history.no-comparison' : 'state.error.text');
    if (!mayCompare || !comparison?.data) return mayCompare ? t('state.loading') : t('dossier.history.no-causes');
    return <Causes comparison={comparison.data} model={row.model} />;
  };
  return [
    {
      id: 'date',
      header: t('dossier.history.date'),
      rowHeader: true,
      card: 'title',
      cell: (row) => (
        <>
          <Link
            className="nl-link"
            to="/aanbieders/$id"
            params={{ id: String(id) }}
            search={{ ...asOf, screening: String(row.screening) }}
          >
            {format.date(row.peildatum)}
          </Link>
          <span className="dossier__soft">{kindOf(row.screening)}</span>
        </>
      ),
    },
    {
      id: 'colour',
      header: t('dossier.history.colour'),
      cell: (row) => (
        <>
          <SignalBadge colour={row.kleur} />
          {row.subcategorie && (
            <span className="dossier__soft">{t(`sub-category.${row.subcategorie}`).toLowerCase()}</span>
          )}
        </>
      ),
    },
    {
      id: 'points',
      header: t('dossier.history.points'),
      cell: (row) =>
        row.laagste === row.hoogste
          ? String(row.laagste)
          : t('dossier.history.range', { lowest: row.laagste, highest: row.hoogste }),
    },
    {
      id: 'complete',
      header: t('dossier.history.complete'),
      cell: (row) => (row.volledigheid === null ? t('unknown') : format.percentage(row.volledigheid)),
    },
    {
      id: 'model',
      header: t('dossier.history.model'),
      cell: (row) => (
        <>
          {row.model.naam} {row.model.versie}
          {row.proef && <span className="dossier__soft">{t('dossier.history.trial')}</span>}
        </>
      ),
    },
    { id: 'causes', header: t('dossier.history.causes'), card: 'full', cell: causes },
  ];
}

function Events() {
  const t = useText();
  const format = useFormat();
  const { id, asOf } = useDossier();
  const kindOf = useScreeningKind();
  const events = useQuery({
    queryKey: ['aanbieder', id, 'historie', asOf],
    queryFn: async () =>
      (
        await unwrap(
          api.GET('/aanbieders/{aanbiederId}/historie', {
            params: { path: { aanbiederId: id }, query: { ...asOf } },
          }),
        )
      ).gebeurtenissen,
  });
  if (events.isPending) return <LoadingState />;
  if (events.isError) return <ErrorState error={events.error} onRetry={() => void events.refetch()} />;
  return (
    <>
      <h2>{t('dossier.history.events')}</h2>
      <Timeline
        items={events.data.map((event) => ({
          id: [event.op, event.soort, event.verwijzing].join(),
          title: <EventSentence event={event} />,
          detail: [
            event.soort === 'screening' && event.verwijzing !== null && kindOf(event.verwijzing),
            format.moment(event.op),
            event.door?.weergavenaam,
          ]
            .filter(Boolean)
            .join(' · '),
        }))}
      />
    </>
  );
}
