import { Fragment } from 'react';
import { useModelWords } from '../../../api/model-words';
import type { Schema } from '../../../api/types';
import { useText } from '../../../locales/Language';
import { Spoken } from '../../../locales/words';

interface Props {
  comparison: Schema['Vergelijkingsregel'];
  model: Schema['ModelVerwijzing'];
}

type State = Schema['Stand'];

/** What led from the screening before to this one, one cause after another. */
export function Causes({ comparison: { oorzaken }, model }: Props) {
  const t = useText();
  const { indicator } = useModelWords(model);
  if (oorzaken.length === 0) return t('dossier.history.same');
  const words = ({ kleur, subcategorie, laagste, hoogste }: State) =>
    t(laagste === hoogste ? 'dossier.history.state' : 'dossier.history.state-range', {
      colour: t(subcategorie ? `sub-category.${subcategorie}` : `colour.${kleur}`).toLowerCase(),
      lowest: laagste,
      highest: hoogste,
    });
  return (
    <ul className="causes">
      {oorzaken.map((cause) => (
        <li key={cause.soort}>
          <b>{t(`dossier.cause.${cause.soort}`)}</b>: {words(cause.van)} → {words(cause.naar)}
          {cause.indicatoren.length > 0 && (
            <span className="dossier__soft">
              {cause.indicatoren.map((key, place) => (
                <Fragment key={key}>
                  {place > 0 && ', '}
                  <Spoken words={indicator(key)} />
                </Fragment>
              ))}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
