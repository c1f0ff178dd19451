import type { ReactNode } from 'react';
import type { Schema } from '../../api/types';
import { useFormat } from '../../locales/format';
import { useRichText, useText } from '../../locales/Language';
import { Spoken, useWords, type Words } from '../../locales/words';
import { Explanation } from './Explanation';
import type { Hits } from './use-hits';
import type { Indicator } from './use-model';

interface Props {
  indicator: Indicator;
  /** The title of its category; null for a knock-out, which has none. */
  category: Words | null;
  /** What it said in the last screening, where that is known. */
  hits: Hits | undefined;
}

/** One question: its sentences with points and sources, ordinary explanations, and the page behind it. */
export function IndicatorCard({ indicator, category, hits }: Props) {
  const t = useText();
  const words = useWords();
  const title = <Spoken words={words(indicator.titel, indicator.titelEngels)} />;
  return (
    <article className="card indicator" id={indicator.indicator}>
      <h3 className="indicator__title">{title}</h3>
      <p className="model-quiet">
        {category === null ? t('model.knock-out') : <Spoken words={category} />}
        {' · '}
        {indicator.fasen.map((phase) => t(`model.phase.${phase}`)).join(', ')}
      </p>
      {indicator.vanToepassing && <Applies rule={indicator.vanToepassing} />}
      <Steps indicator={indicator} title={title} />
      {hits && <HitRate hits={hits} indicator={indicator.indicator} />}
      {indicator.verklaringen.length > 0 && (
        <>
          <h4>{t('model.ordinary')}</h4>
          <ul>
            {indicator.verklaringen.map((each, i) => (
              <li key={each}>
                <Spoken words={words(each, indicator.verklaringenEngels[i] ?? null)} />
              </li>
            ))}
          </ul>
        </>
      )}
      <Explanation words={words(indicator.uitleg, indicator.uitlegEngels)} title={title} />
    </article>
  );
}

function Applies({ rule }: { rule: Schema['Toepassing'] }) {
  const t = useText();
  const words = useWords();
  return (
    <p>
      {t('model.applies')} <Spoken words={words(rule.zin, rule.zinEngels)} />.{' '}
      <span className="model-quiet">
        <Spoken words={words(rule.reden, rule.redenEngels)} />
      </span>
    </p>
  );
}

/** How often a question is answered with yes tells whether it sets anybody apart. */
function HitRate({ hits, indicator }: { hits: Hits; indicator: string }) {
  const t = useText();
  const format = useFormat();
  const counted = hits.ofIndicator.get(indicator);
  if (!counted) return <p>{t('model.not-asked', { day: format.date(hits.referenceDate) })}</p>;
  const { vanToepassing: all, treffers, onbekend } = counted;
  return <p>{t('model.hits', { day: format.date(hits.referenceDate), all, hits: treffers, unknown: onbekend })}</p>;
}

function Steps({ indicator, title }: { indicator: Indicator; title: ReactNode }) {
  const t = useText();
  const rich = useRichText();
  const words = useWords();
  const { vloer } = indicator;
  return (
    <table className="model-table model-table--stacked">
      <caption className="visually-hidden">{rich('model.steps', { title })}</caption>
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
              <Spoken words={words(step.zin, step.zinEngels)} />
            </td>
            <td className="indicator__points">
              {vloer === null ? t('model.point-count', { count: step.punten }) : t('model.floor', { floor: vloer })}
            </td>
            <td>
              <Spoken words={words(step.bron, step.bronEngels)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
