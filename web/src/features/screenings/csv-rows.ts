import type { Schema } from '../../api/types';
import { useText } from '../../locales/Language';
import type { Words } from '../../locales/words';
import type { Cell } from '../../ui/download/csv';
import { directionOf, type ComparedRow } from './comparison';

/** The table as a spreadsheet keeps it: one value to a cell. */
export function useCsvRows(titleOf: (key: string) => Words) {
  const t = useText();
  const position = ({ kleur, subcategorie, laagste, hoogste }: Schema['Stand']): Cell[] => [
    t(`colour.${kleur}`),
    subcategorie && t(`sub-category.${subcategorie}`),
    laagste,
    hoogste,
  ];
  const head = (moment: string) => [
    t('screenings.csv.colour', { moment }),
    t('screenings.csv.sub-category', { moment }),
    t('screenings.csv.lowest', { moment }),
    t('screenings.csv.highest', { moment }),
  ];
  return (rows: ComparedRow[]): Cell[][] => [
    [
      t('screenings.csv.number'),
      t('screenings.comparison.provider'),
      ...head(t('screenings.comparison.before')),
      ...head(t('screenings.comparison.after')),
      t('screenings.comparison.direction'),
      t('screenings.comparison.causes'),
      t('screenings.csv.questions'),
    ],
    ...rows.map((row): Cell[] => [
      row.aanbieder.id,
      row.aanbieder.naam,
      ...position(row.oud),
      ...position(row.nieuw),
      t(`screenings.direction.${directionOf(row)}`),
      row.oorzaken.map(({ soort }) => t(`screenings.cause.${soort}`)).join(', '),
      [...new Set(row.oorzaken.flatMap(({ indicatoren }) => indicatoren))].map((key) => titleOf(key).text).join(', '),
    ]),
  ];
}
