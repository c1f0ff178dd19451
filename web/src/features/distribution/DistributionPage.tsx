import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { fullScreenings, useScreenings } from '../../api/screenings';
import type { Schema } from '../../api/types';
import { useText } from '../../locales/Language';
import { Button } from '../../ui/button/Button';
import { PageHeading } from '../../ui/page-heading/PageHeading';
import { RegionCounts } from '../../ui/region-counts/RegionCounts';
import { SignalSentence } from '../../ui/signal-sentence/SignalSentence';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states/States';
import { EntriesFigure } from './EntriesFigure';
import { FlowFigure } from './FlowFigure';
import { MomentChoice } from './MomentChoice';
import { Remarks } from './Remarks';
import { SpreadFigure } from './SpreadFigure';
import { chosenMoments } from './search';
import { useDistribution } from './use-distribution';
import './distribution.css';

const route = getRouteApi('/verdeling');

/** The colours at two moments in five pictures, and the way from the one to the other. */
export function DistributionPage() {
  const t = useText();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const screenings = useScreenings();
  const choices = useMemo(() => fullScreenings(screenings.data ?? []), [screenings.data]);
  const { van, tot } = chosenMoments(choices, search);
  const distribution = useDistribution(van, tot);
  const failed = [screenings, distribution].find((query) => query.isError);
  const isEmpty = screenings.data && choices.length === 0;

  return (
    <>
      <PageHeading
        title={t('distribution.title')}
        intro={t('distribution.intro')}
        actions={distribution.data && <Button onClick={() => window.print()}>{t('distribution.print')}</Button>}
      />
      <SignalSentence />
      <RegionCounts verb="view_distribution" />
      {isEmpty && <EmptyState>{t('distribution.no-screening')}</EmptyState>}
      {choices.length > 0 && (
        <MomentChoice
          screenings={choices}
          from={van}
          until={tot}
          onChange={(changed) => void navigate({ search: (before) => ({ ...before, ...changed }), resetScroll: false })}
        />
      )}
      {failed && <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />}
      {!failed && !isEmpty && !distribution.data && <LoadingState />}
      {distribution.data && !failed && (
        <div aria-busy={distribution.isPlaceholderData}>
          <Remarks distribution={distribution.data} />
          <Figures distribution={distribution.data} />
        </div>
      )}
    </>
  );
}

function Figures({ distribution }: { distribution: Schema['Verdeling'] }) {
  const { van, tot } = distribution;
  return (
    <>
      <div className="distribution__three">
        <SpreadFigure number={1} kind="before" now={van} />
        <SpreadFigure number={2} kind="after" now={van} />
        <SpreadFigure number={3} kind="red" now={van} />
      </div>
      <div className="distribution__two">
        <SpreadFigure number={4} kind="after" now={tot} then={van} />
        <SpreadFigure number={5} kind="red" now={tot} then={van} />
      </div>
      <FlowFigure distribution={distribution} />
      <EntriesFigure distribution={distribution} />
    </>
  );
}
