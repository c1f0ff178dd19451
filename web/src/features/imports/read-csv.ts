export interface Preview {
  header: string[];
  rows: string[][];
}

const separators = [';', ',', '\t'];

/** The separator that the first line has most of; the server recognises it for itself. */
function separatorOf(text: string): string {
  const [line = ''] = text.split('\n', 1);
  const count = (separator: string) => line.split(separator).length;
  return separators.reduce((best, each) => (count(each) > count(best) ? each : best));
}

/** The first rows of a CSV, to look at. A cell may stand in quotes, with a quote doubled and line breaks in it. */
export function readCsv(content: string, most: number): Preview {
  const text = content.replace(/^\uFEFF/, '');
  const cells = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^${separatorOf(text)}\\r\\n]*))(${separatorOf(text)}|\\r?\\n|$)`,
    'y',
  );
  const rows: string[][] = [];
  let row: string[] = [];
  while (rows.length <= most && cells.lastIndex < text.length) {
    const match = cells.exec(text);
    if (!match) break;
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] !== separatorOf(text)) {
      rows.push(row);
      row = [];
    }
  }
  // A line that ends in a separator has an empty cell after it.
  if (row.length > 0 && rows.length <= most) rows.push([...row, '']);
  const [header = [], ...rest] = rows;
  return { header, rows: rest };
}

/** More than the first rows need, and little to read. */
const firstBytes = 100_000;

export const readPreview = async (file: File, most = 5): Promise<Preview> =>
  readCsv(await file.slice(0, firstBytes).text(), most);
