import { saveFile } from './save-file';

export type Cell = string | number | null;

// A cell that begins like this is a formula to a spreadsheet.
const formula = /^[=+\-@\t\r]/;
const needsQuotes = /[";\r\n]/;

function written(cell: Cell): string {
  if (cell === null) return '';
  // A number is our own and may be negative; text may come from anyone.
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return needsQuotes.test(safe) || safe !== cell ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as a Dutch spreadsheet opens them: semicolons, a comma in numbers, and a mark that says UTF-8. */
export function csvOf(rows: Cell[][]): string {
  return `\uFEFF${rows.map((row) => row.map(written).join(';')).join('\r\n')}\r\n`;
}

export function saveCsv(rows: Cell[][], name: string) {
  saveFile(new Blob([csvOf(rows)], { type: 'text/csv;charset=utf-8' }), name);
}
