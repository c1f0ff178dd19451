import type { Schema } from '../../api/types';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import { ChartFigure } from '../../ui/chart-figure/ChartFigure';
import { GroupBars, type BarRow } from '../../ui/group-bars/GroupBars';
import { finestGroups, groupLabel } from '../../ui/group-bars/groups';
import { countOf } from './flows';

const sum = (counts: Schema['Groepsaantal'][]) => counts.reduce((total, each) => total + each.aantal, 0);

/** Who stands at only one of the two moments; they went nowhere, and so they are no part of the flow. */
export function EntriesFigure({
  distribution: { van, tot, nieuw, vertrokken },
}: {
  distribution: Schema['Verdeling'];
}) {
  const t = useText();
  const format = useFormat();
  const [entered, left] = [sum(nieuw), sum(vertrokken)];
  const sentence = t('distribution.entries.sentence', { entered, left, moved: entered + left }).trim();
  const rows = finestGroups.map((group): BarRow => {
    const gone = countOf(vertrokken, group);
    const come = countOf(nieuw, group);
    return {
      group,
      bars: [
        { count: gone, text: t('distribution.entries.left-count', { count: gone }), hatched: true },
        { count: come, text: t('distribution.entries.entered-count', { count: come }), hatched: false },
      ],
    };
  });
  const leftColumn = t('distribution.entries.left', { date: format.shortDate(van.screening.peildatum) });
  const enteredColumn = t('distribution.entries.entered', { date: format.shortDate(tot.screening.peildatum) });

  return (
    <ChartFigure
      title={t('distribution.entries.title')}
      sentence={sentence}
      screenings={[van.screening, tot.screening]}
      fileName="verdeling-erbij-en-weg"
      legend={[
        { label: leftColumn, fill: 'var(--ink-soft)', pattern: 'hatched' },
        { label: enteredColumn, fill: 'var(--ink-soft)', pattern: 'solid' },
      ]}
      columns={[t('distribution.group'), leftColumn, enteredColumn]}
      rows={finestGroups.map((group) => [groupLabel(group, t), countOf(vertrokken, group), countOf(nieuw, group)])}
    >
      {(width, letter) => (
        <GroupBars
          width={width}
          rows={rows}
          most={Math.max(...rows.flatMap((row) => row.bars.map((bar) => bar.count)))}
          label={sentence}
          letter={letter}
        />
      )}
    </ChartFigure>
  );
}
