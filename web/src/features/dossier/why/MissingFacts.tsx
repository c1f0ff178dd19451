import { Link } from '@tanstack/react-router';
import { FormattedList } from 'react-intl';
import { useMay } from '../../../api/session';
import type { Schema } from '../../../api/types';
import { useFormat } from '../../../locales/format';
import { useText } from '../../../locales/Language';
import { Spoken, type Words } from '../../../locales/words';
import { useFactName } from '../../../ui/fact/fact-words';
import { Dispute, disputeOf, type OpenCorrection } from './disputes';
import type { Terms } from './terms';
import type { Assessment } from './waterfall';

type Missing = Schema['Ontbrekend'];

interface Props {
  assessment: Assessment;
  terms: Terms;
  providerId: number;
  corrections: OpenCorrection[];
}

/** Which facts would settle the colour, the one with the most points first. */
export function MissingFacts({ assessment, terms, providerId, corrections }: Props) {
  const t = useText();
  if (assessment.ontbrekend.length === 0) return <p>{t('dossier.missing.none')}</p>;
  return (
    <>
      <h3 className="why__subtitle">{t('dossier.missing.title')}</h3>
      <p>
        <Possible assessment={assessment} /> {t('dossier.missing.intro')}
      </p>
      <ul className="why__missing">
        {assessment.ontbrekend
          .toSorted((a, b) => b.punten - a.punten)
          .map((missing) => (
            <MissingFact
              key={missing.feit + missing.periode}
              missing={missing}
              highest={assessment.hoogste}
              terms={terms}
              providerId={providerId}
              dispute={disputeOf(missing, corrections, terms)}
            />
          ))}
      </ul>
    </>
  );
}

/** Between which scores and colours it still lies. */
function Possible({ assessment: { laagste, hoogste, mogelijkeKleuren } }: { assessment: Assessment }) {
  const t = useText();
  return (
    <>
      {t('dossier.missing.between', { lowest: laagste, highest: hoogste })}{' '}
      {mogelijkeKleuren.length > 1 && (
        <>
          {t('dossier.missing.colours')}{' '}
          <FormattedList
            type="disjunction"
            value={mogelijkeKleuren.map((colour) => t(`colour.${colour}`).toLowerCase())}
          />
          .
        </>
      )}
    </>
  );
}

interface FactProps {
  missing: Missing;
  highest: number;
  terms: Terms;
  providerId: number;
  dispute: OpenCorrection | undefined;
}

function MissingFact({
  missing: { feit, periode, punten, verandert },
  highest,
  terms,
  providerId,
  dispute,
}: FactProps) {
  const t = useText();
  const format = useFormat();
  const factName = useFactName();
  const mayPropose = useMay('propose_correction');
  const definition = terms.definition(feit);
  const name = definition ? factName(definition) : terms.fact(feit);
  return (
    <li>
      <b>
        <Spoken words={name} />
      </b>{' '}
      ({format.period(periode)}). {punten > 0 && t('dossier.missing.good', { points: highest - punten })}{' '}
      {punten > 0 && t('dossier.missing.bad', { points: highest })} {t(`dossier.missing.${verandert}`)}{' '}
      {dispute && <Dispute correction={dispute} />}
      {!dispute && mayPropose && <FillIn providerId={providerId} feit={feit} periode={periode} name={name} />}
    </li>
  );
}

interface FillInProps {
  providerId: number;
  feit: string;
  periode: string;
  name: Words;
}

function FillIn({ providerId, feit, periode, name }: FillInProps) {
  const t = useText();
  return (
    <Link
      className="nl-link"
      to="/aanbieders/$id/correctie"
      params={{ id: String(providerId) }}
      search={{ feit, periode }}
    >
      {t('dossier.missing.fill-in')}
      <span className="visually-hidden">
        : <Spoken words={name} />
      </span>
    </Link>
  );
}
