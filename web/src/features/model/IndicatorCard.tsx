import type { Schema } from '../../api/types';
import { useFormat } from '../../locales/format';
import { useLanguage, useText } from '../../locales/Language';
import { Explanation } from './Explanation';
import type { Hits } from './use-hits';
import type { Indicator } from './use-model';

interface Props {
  indicator: Indicator;
  /** The title of its category; null for a knock-out, which has none. */
  category: string | null;
  /** What it said in the last screening, where that is known. */
  hits: Hits | undefined;
}

/** One question: its sentences with points and sources, ordinary explanations, and the page behind it. */
export function IndicatorCard({ indicator, category, hits }: Props) {
  const t = useText();
  return (
    <article className="card indicator" id={indicator.indicator}>
      <h3 className="indicator__title" lang="nl">
        {indicator.titel}
      </h3>
      <p className="model-quiet">
        {category === null ? t('model.knock-out') : <span lang="nl">{category}</span>}
        {' · '}
        {indicator.fasen.map((phase) => t(`model.phase.${phase}`)).join(', ')}
      </p>
      {indicator.vanToepassing && <Applies rule={indicator.vanToepassing} />}
      <Steps indicator={indicator} />
      {hits && <HitRate hits={hits} indicator={indicator.indicator} />}
      {indicator.verklaringen.length > 0 && (
        <>
          <h4>{t('model.ordinary')}</h4>
          <ul lang="nl">
            {indicator.verklaringen.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </>
      )}
      <Explanation text={indicator.uitleg} title={indicator.titel} />
    </article>
  );
}

function Applies({ rule }: { rule: Schema['Toepassing'] }) {
  const t = useText();
  return (
    <p>
      {t('model.applies')} <Sentence dutch={rule.zin} english={rule.zinEngels} />.{' '}
      <span className="model-quiet" lang="nl">
        {rule.reden}
      </span>
    </p>
  );
}

/** In the language of the page where there is a sentence in it, otherwise in Dutch. */
function Sentence({ dutch, english }: { dutch: string; english: string | null }) {
  const { language } = useLanguage();
  return language === 'en' && english !== null ? <>{english}</> : <span lang="nl">{dutch}</span>;
}

/** How often a question is answered with yes tells whether it sets anybody apart. */
function HitRate({ hits, indicator }: { hits: Hits; indicator: string }) {
  const t = useText();
  const format = useFormat();
  const counted = hits.ofIndicator.get(indicator);
  if (!counted) return null;
  const { vanToepassing: all, treffers, onbekend } = counted;
  return <p>{t('model.hits', { day: format.date(hits.referenceDate), all, hits: treffers, unknown: onbekend })}</p>;
}

function Steps({ indicator }: { indicator: Indicator }) {
  const t = useText();
  const { vloer } = indicator;
  return (
    <table className="model-table model-table--stacked">
      <caption className="visually-hidden">{t('model.steps', { title: indicator.titel })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('model.when')}</th>
          <th scope="col">{t('model.points')}</th>
          <th scope="col">{t('model.source')}</th>
        </tr>
      </thead>
      <tbody>
        {indicator.treden.map((step) => (
          <tr key={step.trede}>
            <td>
              <Sentence dutch={step.zin} english={step.zinEngels} />
            </td>
            <td className="indicator__points">
              {vloer === null ? t('model.point-count', { count: step.punten }) : t('model.floor', { floor: vloer })}
            </td>
            <td lang="nl">{step.bron}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
