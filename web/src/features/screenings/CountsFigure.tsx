import type { ScreeningHead } from '../../api/screenings';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import { ChartFigure } from '../../ui/chart-figure/ChartFigure';
import { GroupBars } from '../../ui/group-bars/GroupBars';
import { finestGroups, groupLabel } from '../../ui/group-bars/groups';

/** How many providers in each group. */
export function CountsFigure({ head: { screening, tellingen, beoordeeld } }: { head: ScreeningHead }) {
  const t = useText();
  const format = useFormat();
  const { rood, oranje, groen, grijs } = tellingen;
  const sentence = t('screenings.counts.sentence', { total: beoordeeld, rood, oranje, groen, grijs });
  const share = (count: number) => format.percentage(count / Math.max(beoordeeld, 1));
  return (
    <ChartFigure
      title={t('screenings.counts.title')}
      sentence={sentence}
      screenings={[screening]}
      fileName={`screening-${screening.id}-${screening.peildatum}`}
      columns={[t('screenings.counts.group'), t('screenings.counts.number'), t('screenings.counts.share')]}
      rows={finestGroups.map((group) => [groupLabel(group, t), tellingen[group], share(tellingen[group])])}
    >
      {(width, letter) => (
        <GroupBars
          width={width}
          most={Math.max(...finestGroups.map((group) => tellingen[group]))}
          label={sentence}
          letter={letter}
          rows={finestGroups.map((group) => ({
            group,
            bars: [
              {
                count: tellingen[group],
                text: `${tellingen[group]} (${share(tellingen[group])})`,
                hatched: false,
              },
            ],
          }))}
        />
      )}
    </ChartFigure>
  );
}
