import { Outlet, useMatches } from '@tanstack/react-router';
import { useEffect } from 'react';
import { isNotFound } from '../../api/problem';
import { useMay } from '../../api/session';
import { useToday } from '../../api/today';
import type { Schema } from '../../api/types';
import { useText } from '../../locales/Language';
import { Button } from '../../ui/button/Button';
import { PageHeading } from '../../ui/page-heading/PageHeading';
import { SignalSentence } from '../../ui/signal-sentence/SignalSentence';
import { ErrorState, LoadingState } from '../../ui/states/States';
import { RedUrgency } from '../../ui/urgency-badge/UrgencyBadge';
import { faultIn } from './as-of';
import { AsOfBar, WrongMoment } from './AsOfBar';
import { DossierTabs, tabs } from './DossierTabs';
import { legalForm } from './legal-form';
import { NotThisOne } from './NotThisOne';
import { PossibleColour } from './PossibleColour';
import { useAssessment, useDossier, useProvider } from './queries';
import { WalkBar } from './WalkBar';
import './dossier.css';

/** What stands above every page of a dossier: who it is about, the colour, the moment, and the pages. */
export function DossierFrame() {
  const t = useText();
  const { id, asOf } = useDossier();
  const mayView = useMay('view_provider');
  const provider = useProvider(id, asOf);
  const today = useToday();
  useWindowTitle(provider.data?.naam);

  if (!mayView) return <LogAlone id={id} />;
  if (faultIn(asOf, today))
    return (
      <div className="dossier">
        <PageHeading title={t('dossier.title')} />
        <WrongMoment />
      </div>
    );
  if (provider.isPending) return <LoadingState />;
  if (isNotFound(provider.error)) return <NotThisOne />;
  if (provider.isError)
    return (
      <>
        <PageHeading title={t('dossier.title')} />
        <ErrorState error={provider.error} onRetry={() => void provider.refetch()} />
      </>
    );
  return (
    <div className="dossier">
      <WalkBar id={id} />
      <Head provider={provider.data} />
      <DossierTabs />
      <AsOfBar known={provider.data.bekendOp} recorded={provider.data.geregistreerdOp} />
      <Outlet />
    </div>
  );
}

/** Whoever reads the log but no dossiers sees no more of a provider than its number. */
function LogAlone({ id }: { id: number }) {
  const t = useText();
  return (
    <div className="dossier">
      <PageHeading title={t('dossier.numbered', { id })} intro={t('dossier.log-alone')} />
      <Outlet />
    </div>
  );
}

/** The title of the window names the page of the dossier as well. */
function useWindowTitle(name: string | undefined) {
  const t = useText();
  const path = useMatches({ select: (matches) => matches.at(-1)?.routeId });
  const label = tabs.find((tab) => `${tab.to}` === path?.replace(/\/$/, ''))?.label;
  const page = label && t(label);
  useEffect(() => {
    if (name && page) document.title = `${page}: ${name} · Slagboom`;
  }, [name, page]);
}

function Head({ provider }: { provider: Schema['Aanbieder'] }) {
  const t = useText();
  const seesColours = useMay('view_assessment');
  const kvk = provider.kvkNummer ? t('dossier.kvk', { number: provider.kvkNummer }) : t('dossier.kvk-unknown');
  // The step tells of the urgency list, and with it the colour.
  const step = seesColours && provider.stap && t(`step.${provider.stap}`);
  const intro = [kvk, legalForm(provider.rechtsvorm, t), step].filter(Boolean).join(' · ');
  return (
    <>
      <PageHeading
        title={provider.naam}
        intro={intro}
        actions={<Button onClick={() => window.print()}>{t('dossier.print')}</Button>}
      />
      {provider.samengevoegdIn !== null && <p>{t('dossier.merged', { id: provider.samengevoegdIn })}</p>}
      <Signal provider={provider} />
    </>
  );
}

function Signal({ provider: { id, stap, beoordeling } }: { provider: Schema['Aanbieder'] }) {
  const t = useText();
  const seesColours = useMay('view_assessment');
  const { asOf } = useDossier();
  const assessment = useAssessment(id, seesColours ? beoordeling?.screening : undefined, asOf);
  if (!seesColours) return <p className="dossier__no-colour">{t('dossier.no-colours')}</p>;
  if (!beoordeling) return <p className="dossier__no-colour">{t('dossier.not-assessed')}</p>;
  return (
    <>
      <div className="dossier__signal">
        <PossibleColour
          colour={beoordeling.kleur}
          subCategory={beoordeling.subcategorie}
          possible={assessment.data?.mogelijkeKleuren ?? []}
        />
        {/* Who has left has no place in the list any more. */}
        {stap !== 'beeindigd' && beoordeling.subcategorie && assessment.data?.urgentie && (
          <RedUrgency subCategory={beoordeling.subcategorie} place={assessment.data.urgentie} />
        )}
      </div>
      {beoordeling.geraaktDoorCorrectie && <p className="dossier__note">{t('dossier.touched')}</p>}
      <SignalSentence
        screening={{
          id: beoordeling.screening,
          peildatum: beoordeling.peildatum,
          geregistreerdOp: beoordeling.geregistreerdOp,
          fase: beoordeling.fase,
          model: beoordeling.model,
          proef: beoordeling.proef,
          toelichting: beoordeling.toelichting,
        }}
      />
    </>
  );
}
