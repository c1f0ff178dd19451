/** Sources whose code is no word that a reader knows. */
const names: Record<string, string> = {
  digimv: 'DigiMV',
  ggd: 'GGD toezicht',
  igj: 'IGJ',
  kvk: 'KvK',
  poorttoets: 'toets aan de poort',
};

/** What a source is called, in Dutch; several stand with commas between them. A source that is a word keeps it. */
export function sourceName(source: string): string {
  return source
    .split(', ')
    .map((each) => names[each] ?? each)
    .join(', ');
}
