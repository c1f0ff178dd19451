import type { Schema } from '../../api/types';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';

/** What has to be known before two moments may be compared. */
export function Remarks({ distribution: { van, tot, zelfdeModel } }: { distribution: Schema['Verdeling'] }) {
  const t = useText();
  const format = useFormat();
  const moments = van.screening.id === tot.screening.id ? [van] : [van, tot];
  const remarks = moments
    .filter((moment) => moment.screening.proef)
    .map((moment) => t('distribution.trial', { date: format.date(moment.screening.peildatum) }));
  if (moments.length === 1) remarks.push(t('distribution.same-moment'));
  if (!zelfdeModel) remarks.push(t('distribution.other-model', versions(van, tot)));
  if (van.screening.fase !== tot.screening.fase) remarks.push(t('distribution.other-phase'));
  if (van.screening.peildatum > tot.screening.peildatum) remarks.push(t('distribution.backwards'));

  return (
    <>
      <p>{t('distribution.explanation')}</p>
      {remarks.length > 0 && (
        <div className="utrecht-alert utrecht-alert--warning notice distribution__remarks">
          <ul>
            {remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

const versionOf = ({ screening: { model } }: Schema['Moment']) => `${model.naam} ${model.versie}`;

function versions(van: Schema['Moment'], tot: Schema['Moment']) {
  return { first: versionOf(van), second: versionOf(tot) };
}
