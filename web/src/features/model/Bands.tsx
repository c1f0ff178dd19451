import type { Colour, Schema } from '../../api/types';
import { useRichText, useText } from '../../locales/Language';
import { Spoken, useWords } from '../../locales/words';
import { Card } from '../../ui/card/Card';
import { SignalBadge } from '../../ui/signal-badge/SignalBadge';
import { bandsOf } from './bands-of';
import type { Version } from './use-model';

/** From how many points a provider gets which colour, and what else decides. */
export function Bands({ version }: { version: Version }) {
  const t = useText();
  const { jaar, kwartaal, maand } = version.beschikbaarNa;
  const { grenzen, volledigheidsvloer, nietMeegeteldBoven, beschikbaarNa } = version.bronnen;
  return (
    <section id="kleuren" tabIndex={-1}>
      <h2>{t('model.bands')}</h2>
      <Card>
        <table className="model-table">
          <caption className="visually-hidden">{t('model.bands')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('model.signal')}</th>
              <th scope="col">{t('model.points')}</th>
            </tr>
          </thead>
          <tbody>
            {bandsOf(version.grenzen).map((band) => (
              <tr key={band.subCategory ?? band.colour}>
                <th scope="row">
                  <SignalBadge
                    colour={band.colour}
                    word={t(band.subCategory ? `sub-category.${band.subCategory}` : `colour.${band.colour}`)}
                  />
                </th>
                <td>{bandText(t, band.from, band.to)}</td>
              </tr>
            ))}
            <GreyBand floor={version.volledigheidsvloer} />
          </tbody>
        </table>
        <ComesFrom limit="bands" source={grenzen} />
        <ComesFrom limit="grey" source={volledigheidsvloer} />
        <p>{t('model.too-common', { share: version.nietMeegeteldBoven })}</p>
        <ComesFrom limit="other" source={nietMeegeteldBoven} />
        <p>{t('model.available', { year: jaar, quarter: kwartaal, month: maand })}</p>
        <ComesFrom limit="other" source={beschikbaarNa} />
        <Order version={version} />
      </Card>
    </section>
  );
}

function ComesFrom({ limit, source }: { limit: 'bands' | 'grey' | 'other'; source: Schema['Grensbron'] }) {
  const rich = useRichText();
  const words = useWords();
  return (
    <p className="model-quiet model-lead">
      {rich(`model.source.${limit}`, { source: <Spoken words={words(source.bron, source.bronEngels)} /> })}
    </p>
  );
}

type Text = ReturnType<typeof useText>;

function bandText(t: Text, from: number, to: number | null): string {
  if (to === null) return t('model.band.from', { from });
  return from === to ? t('model.band.only', { from }) : t('model.band.between', { from, to });
}

const grey: Colour = 'grijs';

function GreyBand({ floor }: { floor: number }) {
  const t = useText();
  return (
    <tr>
      <th scope="row">
        <SignalBadge colour={grey} />
      </th>
      <td>{t('model.band.grey', { floor })}</td>
    </tr>
  );
}

function Order({ version }: { version: Version }) {
  const t = useText();
  return (
    <>
      <h3>{t('model.order')}</h3>
      <ol>
        {version.urgentie.map(({ sleutel, richting }) => (
          <li key={sleutel}>
            {t(`model.order.${sleutel}`)}, {t(`model.order.${richting}`)}
          </li>
        ))}
      </ol>
    </>
  );
}
