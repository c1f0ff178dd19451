import { Link } from '@tanstack/react-router';
import { useMay } from '../../../api/session';
import { useText } from '../../../locales/Language';
import { Spoken } from '../../../locales/words';
import { useValues } from '../values';
import type { Terms } from './terms';
import type { Assessment } from './waterfall';

interface Props {
  assessment: Assessment;
  terms: Terms;
  providerId: number;
}

/** Which facts would settle the colour, the one with the most points first. */
export function MissingFacts({ assessment: { ontbrekend }, terms, providerId }: Props) {
  const t = useText();
  const { periodText } = useValues();
  const mayPropose = useMay('propose_correction');
  if (ontbrekend.length === 0) return <p>{t('dossier.missing.none')}</p>;
  return (
    <>
      <h3 className="why__subtitle">{t('dossier.missing.title')}</h3>
      <p>{t('dossier.missing.intro')}</p>
      <ul className="why__missing">
        {ontbrekend
          .toSorted((a, b) => b.punten - a.punten)
          .map(({ feit, periode, punten, verandert }) => (
            <li key={feit + periode}>
              <b>
                <Spoken words={terms.fact(feit)} />
              </b>{' '}
              ({periodText(periode)}). {t(`dossier.missing.${verandert}`, { points: punten })}{' '}
              {mayPropose && (
                <Link
                  className="nl-link"
                  to="/aanbieders/$id/correctie"
                  params={{ id: String(providerId) }}
                  search={{ feit, periode }}
                >
                  {t('dossier.missing.fill-in')}
                  <span className="visually-hidden">
                    : <Spoken words={terms.fact(feit)} />
                  </span>
                </Link>
              )}
            </li>
          ))}
      </ul>
    </>
  );
}
