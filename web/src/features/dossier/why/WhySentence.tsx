import { Fragment, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { Schema } from '../../../api/types';
import { useRichText, useText } from '../../../locales/Language';
import { Spoken } from '../../../locales/words';
import { fewestThatChange, reasonsDecide, withoutHeaviest, type Without } from './counterfactual';
import type { Terms } from './terms';
import type { Assessment, Reason } from './waterfall';

interface Props {
  assessment: Assessment;
  model: Schema['Modelversie'];
  terms: Terms;
}

/** The outcome in plain words: the points and limits, the heaviest reasons, and what would have made it another colour. */
export function WhySentence({ assessment, model, terms }: Props) {
  const t = useText();
  const rich = useRichText();
  const intl = useIntl();
  const name = ({ indicator }: Reason) => (
    <Fragment key={indicator}>
      ‘<Spoken words={terms.indicator(indicator)} />’
    </Fragment>
  );
  const names = (reasons: Reason[]) => intl.formatList(reasons.map(name), { type: 'conjunction' });
  const { laagste, hoogste, redenen } = assessment;
  const heaviest = redenen
    .filter((reason) => reason.punten > 0)
    .toSorted((a, b) => b.punten - a.punten)
    .slice(0, 3);
  const { oranje, lichtrood, middenrood, donkerrood } = model.grenzen;

  return (
    <p className="why__sentence">
      {laagste === hoogste
        ? t('dossier.why.points', { points: laagste })
        : t('dossier.why.points-range', { lowest: laagste, highest: hoogste })}{' '}
      {t('dossier.why.limits', { orange: oranje, light: lichtrood, middle: middenrood, dark: donkerrood })}{' '}
      {heaviest.length > 0 ? rich('dossier.why.heaviest', { names: names(heaviest) }) : t('dossier.why.nothing')}{' '}
      <Counterfactual assessment={assessment} model={model} names={names} />
    </p>
  );
}

/** Grey is no colour to become: too little is known for one. */
const ending = ({ colour }: Without) => (colour === 'grijs' ? '-grey' : '');

interface CounterfactualProps {
  assessment: Assessment;
  model: Schema['Modelversie'];
  names: (reasons: Reason[]) => ReactNode;
}

function Counterfactual({ assessment, model, names }: CounterfactualProps) {
  const t = useText();
  const rich = useRichText();
  const one = withoutHeaviest(assessment, model);
  if (!one) return null;
  const fewest = fewestThatChange(assessment, model);
  const words = ({ reasons, points, colour }: Without) => ({
    names: names(reasons),
    count: reasons.length,
    points,
    colour: t(`colour.${colour}`).toLowerCase(),
  });
  const same = one.colour === assessment.kleur;
  return (
    <>
      {rich(`dossier.why.${same ? 'same' : 'other'}-without${ending(one)}`, words(one))}{' '}
      {same && fewest && rich(`dossier.why.only-without${ending(fewest)}`, words(fewest))}
      {same && !fewest && reasonsDecide(assessment, model) && t('dossier.why.many-needed')}
    </>
  );
}
