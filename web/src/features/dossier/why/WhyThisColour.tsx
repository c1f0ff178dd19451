import { useModelVersion } from '../../../api/model';
import { useMay } from '../../../api/session';
import type { Schema } from '../../../api/types';
import { useFormat } from '../../../locales/format';
import { useLanguage, useText } from '../../../locales/Language';
import { ErrorState, LoadingState } from '../../../ui/states/States';
import { useAssessment, useDossier, useSources } from '../queries';
import { openAt, useOpenCorrections } from './disputes';
import { MissingFacts } from './MissingFacts';
import { ReasonTable } from './ReasonTable';
import { WhySentence } from './WhySentence';
import { termsOf } from './terms';
import './why.css';

/** The whole explanation of one assessment: a sentence, the sum as a table with bars, and what is still missing. */
export function WhyThisColour({ id, screening }: { id: number; screening: number }) {
  const t = useText();
  const { language } = useLanguage();
  const { asOf } = useDossier();
  const assessment = useAssessment(id, screening, asOf);
  const model = useModelVersion(assessment.data?.screening.model);
  const sources = useSources(id, asOf);
  const corrections = openAt(useOpenCorrections(id), assessment.data?.screening);
  const seesSources = useMay('view_sources');
  const terms = model.data && termsOf(model.data, seesSources ? (sources.data ?? []) : [], language);
  const failed = [assessment, model].find((query) => query.isError);

  return (
    <section className="why" aria-labelledby="waarom">
      <h2 className="why__title" id="waarom">
        {t('dossier.why.title')}
      </h2>
      {failed && <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />}
      {!failed && !(assessment.data && terms) && <LoadingState />}
      {assessment.data && terms && (
        <>
          <WhySentence assessment={assessment.data} model={model.data} terms={terms} />
          <Context assessment={assessment.data} />
          <ReasonTable assessment={assessment.data} model={model.data} terms={terms} corrections={corrections} />
          <MissingFacts assessment={assessment.data} terms={terms} providerId={id} corrections={corrections} />
        </>
      )}
    </section>
  );
}

function Context({ assessment: { screening, volledigheid } }: { assessment: Schema['Beoordeling'] }) {
  const t = useText();
  const format = useFormat();
  const complete = volledigheid === null ? t('unknown') : format.percentage(volledigheid);
  return (
    <p className="why__context">
      {t('dossier.why.context', {
        date: format.date(screening.peildatum),
        model: screening.model.naam,
        version: screening.model.versie,
        phase: t(`dossier.phase.${screening.fase}`),
        complete,
      })}{' '}
      {screening.proef && t('signal.trial')}
    </p>
  );
}
