import { useModelVersion } from '../../../api/model';
import type { Schema } from '../../../api/types';
import { useFormat } from '../../../locales/format';
import { useText } from '../../../locales/Language';
import { ChartFigure } from '../../../ui/chart-figure/ChartFigure';
import { ScoreDrawing } from './ScoreDrawing';

type Assessment = Schema['Beoordelingskop'];

/** The same as the list, drawn: how the score went from one screening to the next. */
export function ScoreFigure({ rows }: { rows: Assessment[] }) {
  const t = useText();
  const format = useFormat();
  const assessments = rows.toReversed();
  const [first] = assessments;
  const last = assessments.at(-1);
  const sameModel = assessments.every(({ model }) => model.hash === last?.model.hash);
  const model = useModelVersion(sameModel ? last?.model : undefined);
  if (!first || !last || first === last) return null;

  const colour = ({ kleur, subcategorie }: Assessment) =>
    t(subcategorie ? `sub-category.${subcategorie}` : `colour.${kleur}`).toLowerCase();
  const state = (each: Assessment) =>
    t('dossier.score.state', {
      points: t('dossier.score.points', {
        lowest: each.laagste,
        highest: each.hoogste,
        same: String(each.laagste === each.hoogste),
      }),
      colour: colour(each),
    });
  const title = t('dossier.score.title');
  const sentence = t('dossier.score.sentence', {
    first: format.date(first.peildatum),
    before: state(first),
    last: format.date(last.peildatum),
    after: state(last),
  });
  return (
    <ChartFigure
      title={title}
      sentence={sentence}
      fileName="score-per-screening"
      columns={[
        t('dossier.score.screening'),
        t('dossier.history.colour'),
        t('dossier.why.lowest'),
        t('dossier.score.highest'),
      ]}
      rows={assessments.map((each) => [
        t('dossier.score.row', { date: format.shortDate(each.peildatum), number: String(each.screening) }),
        colour(each),
        each.laagste,
        each.hoogste,
      ])}
    >
      {(width) => (
        <>
          <ScoreDrawing
            width={width}
            assessments={assessments}
            limits={model.data?.grenzen}
            title={title}
            sentence={sentence}
          />
          <p className="dossier__soft">{t('dossier.score.key')}</p>
        </>
      )}
    </ChartFigure>
  );
}
