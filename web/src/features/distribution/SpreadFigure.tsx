import type { Schema } from '../../api/types';
import { useFormat } from '../../locales/format';
import { useText, type Text } from '../../locales/Language';
import { ChartFigure } from '../../ui/chart-figure/ChartFigure';
import type { Cell } from '../../ui/download/csv';
import { GroupBars, type BarRow } from '../../ui/group-bars/GroupBars';
import { colourGroups, groupLabel, signed, subCategories, totalOf, type Group } from '../../ui/group-bars/groups';
import { useMomentLegend } from './legend';

type Moment = Schema['Moment'];
type Kind = 'before' | 'after' | 'red';

interface Props {
  number: number;
  /** Before desk research, after it, or the red ones by sub-category. */
  kind: Kind;
  now: Moment;
  /** An earlier moment to compare with. */
  then?: Moment;
}

/** The whole of which the bars are parts. */
const wholeOf = (kind: Kind, { tellingen }: Moment) => (kind === 'red' ? tellingen.rood : totalOf(tellingen));

/** One picture of how providers are spread. */
export function SpreadFigure({ number, kind, now, then }: Props) {
  const t = useText();
  const format = useFormat();
  const legend = useMomentLegend();
  const groups: readonly Group[] = kind === 'red' ? subCategories : colourGroups;
  const date = format.date(now.screening.peildatum);
  const share = (moment: Moment, group: Group) =>
    format.percentage(moment.tellingen[group] / Math.max(wholeOf(kind, moment), 1));
  const rows = groups.map((group) => barsOf(group, now, then, share));
  const most = Math.max(...[now, then ?? now].flatMap(({ tellingen }) => groups.map((group) => tellingen[group])));
  const sentence = sentenceOf(t, kind, now, then);

  return (
    <ChartFigure
      title={t(`distribution.${kind}.title`, { number, date })}
      sentence={sentence}
      screenings={then ? [then.screening, now.screening] : [now.screening]}
      fileName={`verdeling-${number}-${now.screening.peildatum}`}
      legend={legend(then ? { first: then, second: now } : { first: now })}
      columns={columnsOf(t, format.shortDate, now, then)}
      rows={groups.map((group) => cellsOf(group, t, now, then))}
    >
      {(width, letter) => <GroupBars width={width} rows={rows} most={most} label={sentence} letter={letter} />}
    </ChartFigure>
  );
}

type Share = (moment: Moment, group: Group) => string;

function barsOf(group: Group, now: Moment, then: Moment | undefined, share: Share): BarRow {
  const count = now.tellingen[group];
  // Hatched is always the first moment, also where it stands alone.
  if (!then) return { group, bars: [{ count, text: `${count} (${share(now, group)})`, hatched: true }] };
  const before = then.tellingen[group];
  return {
    group,
    bars: [
      { count: before, text: `${before} (${share(then, group)})`, hatched: true },
      { count, text: `${count} (${share(now, group)}, ${signed(count - before)})`, hatched: false },
    ],
  };
}

function columnsOf(t: Text, day: (date: string) => string, now: Moment, then: Moment | undefined): string[] {
  const moments = then ? [then, now] : [now];
  const change = then ? [t('distribution.change')] : [];
  // Two screenings of one day still need names of their own.
  return [
    t('distribution.group'),
    ...moments.map(({ screening }) =>
      t('distribution.moment', { date: day(screening.peildatum), number: screening.id }),
    ),
    ...change,
  ];
}

function cellsOf(group: Group, t: Text, now: Moment, then: Moment | undefined): Cell[] {
  const count = now.tellingen[group];
  if (!then) return [groupLabel(group, t), count];
  const before = then.tellingen[group];
  return [groupLabel(group, t), before, count, count - before];
}

function sentenceOf(t: Text, kind: Kind, { tellingen, beoordeeld }: Moment, then: Moment | undefined): string {
  const { rood, oranje, groen, grijs, donkerrood, middenrood, lichtrood } = tellingen;
  if (kind === 'before') return t('distribution.before.sentence', { rood, oranje, groen, grijs, total: beoordeeld });
  if (kind === 'after' && !then) return t('distribution.after.sentence', { rood, oranje, groen, grijs });
  if (kind === 'after')
    return t('distribution.after.compared', {
      rood,
      oranje,
      groen,
      oldRed: then?.tellingen.rood ?? 0,
      oldOrange: then?.tellingen.oranje ?? 0,
      oldGreen: then?.tellingen.groen ?? 0,
    });
  if (!then) return t('distribution.red.sentence', { rood, donkerrood, middenrood, lichtrood });
  return t('distribution.red.compared', {
    rood,
    oldRed: then.tellingen.rood,
    donkerrood,
    oldDark: then.tellingen.donkerrood,
  });
}
