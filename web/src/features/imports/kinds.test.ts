import { expect, test } from 'vitest';
import { columnsOf, kinds } from './kinds';
import { readCsv } from './read-csv';

const files = import.meta.glob<string>('../../../../data/example-region/*.csv', {
  eager: true,
  query: '?raw',
  import: 'default',
});

test.each(kinds)('the columns of %s are those of the example region', (kind) => {
  const [, text = ''] = Object.entries(files).find(([path]) => path.endsWith(`/${kind}.csv`)) ?? [];
  expect(readCsv(text, 1).header).toEqual(columnsOf[kind]);
});
