import { expect, test } from 'vitest';
import { readCsv } from './read-csv';

test('reads semicolons, commas and tabs', () => {
  for (const separator of [';', ',', '\t'])
    expect(readCsv(['a', 'b\n1', '2\n'].join(separator), 5)).toEqual({ header: ['a', 'b'], rows: [['1', '2']] });
});

test('a cell in quotes may hold a separator, a quote and a line break', () => {
  expect(readCsv('naam;plaats\r\n"De ""Es""; Oost";"A\nB"\r\n', 5).rows).toEqual([['De "Es"; Oost', 'A\nB']]);
});

test('an empty cell at the end counts, and the mark of UTF-8 does not', () => {
  expect(readCsv('\uFEFFvan;tot\n2018;\n2019;', 5)).toEqual({
    header: ['van', 'tot'],
    rows: [
      ['2018', ''],
      ['2019', ''],
    ],
  });
});

test('no more rows than asked', () => {
  expect(readCsv('a\n1\n2\n3\n', 2).rows).toEqual([['1'], ['2']]);
});

test('nothing gives nothing', () => {
  expect(readCsv('', 5)).toEqual({ header: [], rows: [] });
});
