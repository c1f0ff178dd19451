import type { Schema } from '../../api/types';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import { ChartFigure } from '../../ui/chart-figure/ChartFigure';
import { groupLabel } from '../../ui/group-bars/groups';
import { FlowDrawing } from './FlowDrawing';
import { inOrder, summarise } from './flows';

/** The way from the first moment to the second of everyone who stands at both. */
export function FlowFigure({ distribution: { van, tot, stromen } }: { distribution: Schema['Verdeling'] }) {
  const t = useText();
  const format = useFormat();
  const sentence = t('distribution.flow.sentence', { ...summarise(stromen) });
  return (
    <ChartFigure
      title={t('distribution.flow.title')}
      sentence={sentence}
      hint={t('distribution.flow.hint')}
      screenings={[van.screening, tot.screening]}
      fileName={`verschuiving-${van.screening.peildatum}-${tot.screening.peildatum}`}
      columns={[t('distribution.flow.way'), t('distribution.flow.count')]}
      rows={inOrder(stromen).map(({ van: from, naar, aantal }) => [
        t('distribution.flow.from-to', { from: groupLabel(from, t), to: groupLabel(naar, t) }),
        aantal,
      ])}
    >
      {(width, letter) => (
        <FlowDrawing
          width={width}
          flows={stromen}
          first={format.shortDate(van.screening.peildatum)}
          second={format.shortDate(tot.screening.peildatum)}
          label={sentence}
          letter={letter}
        />
      )}
    </ChartFigure>
  );
}
