import { Link } from '@tanstack/react-router';
import { useMay } from '../../../api/session';
import type { Schema } from '../../../api/types';
import { useText } from '../../../locales/Language';
import { useValues } from '../values';
import { termsOf } from './terms';
import type { Assessment } from './waterfall';

interface Props {
  assessment: Assessment;
  model: Schema['Modelversie'];
  providerId: number;
}

/** Which facts would settle the colour, the one with the most points first. */
export function MissingFacts({ assessment: { ontbrekend }, model, providerId }: Props) {
  const t = useText();
  const { periodText } = useValues();
  const mayPropose = useMay('propose_correction');
  const terms = termsOf(model, []);
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
              <b>{terms.fact(feit)?.label ?? feit}</b> ({periodText(periode)}).{' '}
              {t(`dossier.missing.${verandert}`, { points: punten })}{' '}
              {mayPropose && (
                <Link
                  className="nl-link"
                  to="/aanbieders/$id/correctie"
                  params={{ id: String(providerId) }}
                  search={{ feit, periode }}
                >
                  {t('dossier.missing.fill-in')}
                  <span className="visually-hidden">: {terms.fact(feit)?.label ?? feit}</span>
                </Link>
              )}
            </li>
          ))}
      </ul>
    </>
  );
}
