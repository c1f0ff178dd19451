import type { Text } from '../../locales/Language';
import type { ServerText } from '../../locales/server-texts';
import type { Cell } from '../../ui/download/csv';
import type { Line } from './use-imports';

/** The report as a spreadsheet keeps it, in the language of the page. */
export function csvRows(lines: Line[], t: Text, say: ServerText): Cell[][] {
  return [
    [t('imports.line'), t('imports.outcome'), t('imports.column'), t('imports.reason')],
    ...lines.map(({ regel, uitkomst, kolom, reden }) => [
      regel,
      t(`imports.outcome.${uitkomst}`),
      kolom,
      reden && say(reden).text,
    ]),
  ];
}
