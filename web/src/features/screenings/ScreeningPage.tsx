import { getRouteApi, Link } from '@tanstack/react-router';
import { fullScreenings, useScreenings } from '../../api/screenings';
import { useMay } from '../../api/session';
import type { Schema } from '../../api/types';
import { useFormat } from '../../locales/format';
import { useLanguage, useText } from '../../locales/Language';
import { Spoken } from '../../locales/words';
import { Card } from '../../ui/card/Card';
import { ListLink } from '../../ui/list-link/ListLink';
import { PageHeading } from '../../ui/page-heading/PageHeading';
import { RegionCounts } from '../../ui/region-counts/RegionCounts';
import { SignalSentence } from '../../ui/signal-sentence/SignalSentence';
import { ErrorState, LoadingState } from '../../ui/states/States';
import { SummaryList, type SummaryItem } from '../../ui/summary-list/SummaryList';
import { CountsFigure } from './CountsFigure';
import { previousOf } from './comparison';
import { IndicatorTable } from './IndicatorTable';
import { useScreening } from './use-screening';
import './screenings.css';

const route = getRouteApi('/screenings/$screeningId');

/** What one screening was made of, and what came out. */
export function ScreeningPage() {
  const t = useText();
  const format = useFormat();
  const { screeningId } = route.useParams();
  const screening = useScreening(screeningId);
  const head = screening.data?.kop;
  return (
    <>
      <PageHeading
        title={
          head
            ? t('screenings.of-title', { date: format.date(head.screening.peildatum) })
            : t('screenings.number', { number: screeningId })
        }
        actions={head && <Actions head={head} />}
      />
      <SignalSentence screening={head?.screening} />
      <RegionCounts verb="view_screening" />
      {screening.isPending && <LoadingState />}
      {screening.isError && <ErrorState error={screening.error} onRetry={() => void screening.refetch()} />}
      {screening.data && <Result screening={screening.data} />}
    </>
  );
}

function Actions({ head }: { head: Schema['Screeningskop'] }) {
  const t = useText();
  const mayCompare = useMay('compare_screenings');
  const maySeeList = useMay('list_urgency');
  const { data: all } = useScreenings();
  const previous = previousOf(fullScreenings(all ?? []), head.screening.id);
  return (
    <>
      {mayCompare && previous && (
        <Link
          className="nl-button nl-button--secondary"
          to="/screenings/$screeningId/vergelijking"
          params={{ screeningId: String(head.screening.id) }}
          search={{ met: previous.screening.id }}
        >
          {t('screenings.compare')}
        </Link>
      )}
      {maySeeList && (
        <ListLink className="nl-button nl-button--secondary" search={{ screening: head.screening.id }}>
          {t('screenings.to-list')}
        </ListLink>
      )}
    </>
  );
}

function Result({ screening: { kop, context, feitenVernietigdOp } }: { screening: Schema['Screening'] }) {
  const t = useText();
  const { say } = useLanguage();
  const format = useFormat();
  return (
    <>
      <div className="screenings__columns">
        <CountsFigure head={kop} />
        <Card title={t('screenings.about')}>
          <SummaryList items={useFacts(kop)} />
          <p>
            <Spoken words={say(context.populatie)} />
          </p>
          {feitenVernietigdOp && <p>{t('screenings.destroyed', { date: format.date(feitenVernietigdOp) })}</p>}
        </Card>
      </div>
      {kop.inOmgevingVan === null && <IndicatorTable screening={kop.screening} indicators={context.indicatoren} />}
    </>
  );
}

function useFacts({ screening, soort, inOmgevingVan, aangevraagdDoor, klaarOp, beoordeeld }: Schema['Screeningskop']) {
  const t = useText();
  const format = useFormat();
  const { model } = screening;
  const facts: SummaryItem[] = [
    { label: t('screenings.date'), value: format.date(screening.peildatum) },
    { label: t('screenings.known-until'), value: format.moment(screening.geregistreerdOp) },
    { label: t('screenings.phase'), value: t(`screenings.phase.${screening.fase}`) },
    {
      label: t('screenings.model'),
      value: (
        <>
          {model.naam} {model.versie} <span className="screenings__hash">({model.hash.slice(0, 12)})</span>
        </>
      ),
    },
    {
      label: t('screenings.kind'),
      value: inOmgevingVan
        ? t('screenings.around', { kind: t(`screenings.kind.${soort}`), number: inOmgevingVan })
        : t(`screenings.kind.${soort}`),
    },
    { label: t('screenings.trial'), value: t(screening.proef ? 'screenings.is-trial' : 'screenings.no-trial') },
    { label: t('screenings.assessed'), value: format.number(beoordeeld) },
    ...(aangevraagdDoor ? [{ label: t('screenings.by'), value: aangevraagdDoor.weergavenaam }] : []),
    { label: t('screenings.done'), value: format.moment(klaarOp) },
  ];
  return facts;
}
