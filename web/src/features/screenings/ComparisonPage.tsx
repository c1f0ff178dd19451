import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { api, unwrap } from '../../api/client';
import { fullScreenings, useScreenings } from '../../api/screenings';
import { isStep } from '../../app/search';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import { Button } from '../../ui/button/Button';
import { PageHeading } from '../../ui/page-heading/PageHeading';
import { SignalSentence } from '../../ui/signal-sentence/SignalSentence';
import { saveCsv } from '../../ui/download/csv';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states/States';
import { CauseCounts } from './CauseCounts';
import { ComparisonFilters } from './ComparisonFilters';
import { ComparisonTable } from './ComparisonTable';
import { filtered, previousOf, type Comparison, type ComparisonSearch } from './comparison';
import { EntryLists } from './EntryLists';
import { useComparedTitles } from './compared-titles';
import { useCsvRows } from './csv-rows';
import { useScreening } from './use-screening';
import './screenings.css';

const route = getRouteApi('/screenings/$screeningId/vergelijking');

/** Per provider what changed between two screenings, and why. */
export function ComparisonPage() {
  const t = useText();
  const { screeningId } = route.useParams();
  const id = Number(screeningId);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const screenings = useScreenings();
  const choices = fullScreenings(screenings.data ?? []);
  const met = search.met ?? previousOf(choices, id)?.screening.id;
  const comparison = useComparison(id, met, search.alles === 'ja');
  // Whether it is alone, or not there at all.
  const own = useScreening(screeningId, screenings.data !== undefined && met === undefined);
  const failed = [screenings, own, comparison].find((query) => query.isError);
  const isAlone = own.data && met === undefined;
  const change = (changed: Partial<ComparisonSearch>) =>
    void navigate({
      search: (before) => ({ ...before, ...changed }),
      replace: !isStep({ ...search }, changed, ['sorteer', 'volgorde']),
      resetScroll: false,
    });

  return (
    <>
      <PageHeading
        title={t('screenings.comparison.title')}
        intro={comparison.data && <Between comparison={comparison.data} />}
        actions={comparison.data && <Actions comparison={comparison.data} search={search} />}
      />
      <SignalSentence />
      {failed && <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />}
      {isAlone && <EmptyState>{t('screenings.comparison.alone')}</EmptyState>}
      {!failed && !isAlone && !comparison.data && <LoadingState />}
      {comparison.data && !failed && (
        <div aria-busy={comparison.isPlaceholderData}>
          <Remarks comparison={comparison.data} />
          <CauseCounts comparison={comparison.data} />
          <ComparisonFilters
            others={choices.filter((each) => each.screening.id !== id)}
            met={met}
            search={search}
            rows={comparison.data.regels}
            onChange={change}
          />
          <ComparisonTable comparison={comparison.data} search={search} onChange={change} />
          <EntryLists comparison={comparison.data} />
        </div>
      )}
    </>
  );
}

function useComparison(id: number, met: number | undefined, all: boolean) {
  return useQuery({
    queryKey: ['vergelijking', id, met, all],
    queryFn: () =>
      unwrap(
        api.GET('/screenings/{screeningId}/vergelijking', {
          params: { path: { screeningId: id }, query: { met: met ?? 0, alleenGewijzigd: !all } },
        }),
      ),
    enabled: met !== undefined,
    placeholderData: keepPreviousData,
  });
}

function Between({ comparison: { oud, nieuw } }: { comparison: Comparison }) {
  const t = useText();
  const format = useFormat();
  return (
    <>
      {t('screenings.comparison.between', { first: format.date(oud.peildatum), second: format.date(nieuw.peildatum) })}
    </>
  );
}

function Remarks({ comparison: { oud, nieuw, zelfdeModel } }: { comparison: Comparison }) {
  const t = useText();
  const format = useFormat();
  const remarks = [oud, nieuw]
    .filter((each) => each.proef)
    .map((each) => t('screenings.comparison.trial', { date: format.date(each.peildatum) }));
  if (!zelfdeModel)
    remarks.push(t('screenings.comparison.other-model', { first: oud.model.versie, second: nieuw.model.versie }));
  if (remarks.length === 0) return null;
  return (
    <div className="utrecht-alert utrecht-alert--warning notice">
      {remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
    </div>
  );
}

function Actions({ comparison, search }: { comparison: Comparison; search: ComparisonSearch }) {
  const t = useText();
  const csvRows = useCsvRows(useComparedTitles(comparison));
  const name = `vergelijking-${comparison.oud.peildatum}-${comparison.nieuw.peildatum}.csv`;
  return (
    <>
      <Button onClick={() => saveCsv(csvRows(filtered(comparison.regels, search)), name)}>
        {t('screenings.comparison.csv')}
      </Button>
      <Button onClick={() => window.print()}>{t('screenings.comparison.print')}</Button>
    </>
  );
}
