import { expect, test } from 'vitest';
import { csvOf } from './csv';

test('semicolons, a mark for UTF-8, and a comma in numbers', () => {
  expect(
    csvOf([
      ['Naam', 'Punten'],
      ['Beuk', 1.5],
    ]),
  ).toBe('\uFEFFNaam;Punten\r\nBeuk;1,5\r\n');
});

test('a cell that a spreadsheet would calculate stays text', () => {
  for (const cell of ['=1+1', '+31 53', '-1', '@x', '\tx']) expect(csvOf([[cell]])).toBe(`\uFEFF"'${cell}"\r\n`);
  expect(csvOf([[-1]])).toBe('\uFEFF-1\r\n');
});

test('separators and quotes inside a cell', () => {
  expect(csvOf([['a;b', 'c"d', null]])).toBe('\uFEFF"a;b";"c""d";\r\n');
});
