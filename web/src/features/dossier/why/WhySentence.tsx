import { useIntl } from 'react-intl';
import type { Schema } from '../../../api/types';
import { useText } from '../../../locales/Language';
import { fewestThatChange, withoutHeaviest, type Without } from './counterfactual';
import { termsOf } from './terms';
import type { Assessment, Reason } from './waterfall';

interface Props {
  assessment: Assessment;
  model: Schema['Modelversie'];
}

/** The outcome in plain words: the points and limits, the heaviest reasons, and what would have made it another colour. */
export function WhySentence({ assessment, model }: Props) {
  const t = useText();
  const intl = useIntl();
  const terms = termsOf(model, []);
  const name = (reason: Reason) => `‘${terms.indicator(reason.indicator)}’`;
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
      {heaviest.length > 0 ? t('dossier.why.heaviest', { names: names(heaviest) }) : t('dossier.why.nothing')}{' '}
      <Counterfactual assessment={assessment} model={model} names={names} />
    </p>
  );
}

function Counterfactual({ assessment, model, names }: Props & { names: (reasons: Reason[]) => string }) {
  const t = useText();
  const one = withoutHeaviest(assessment, model);
  if (!one) return null;
  const fewest = fewestThatChange(assessment, model);
  const words = ({ reasons, points, colour }: Without) => ({
    names: names(reasons),
    points,
    colour: t(`colour.${colour}`).toLowerCase(),
  });
  const same = one.colour === assessment.kleur;
  return (
    <>
      {t(same ? 'dossier.why.same-without' : 'dossier.why.other-without', words(one))}{' '}
      {same && fewest && t('dossier.why.only-without', words(fewest))}
      {same && !fewest && t('dossier.why.many-needed')}
    </>
  );
}
