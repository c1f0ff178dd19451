import { expect, test } from 'vitest';
import en, { say } from '../../locales/en';
import { csvRows } from './csv-rows';

const inEnglish = (key: string) => en[key] ?? key;

test('a report of an English page is English, but for the names of columns', () => {
  const lines = [
    { regel: 2, uitkomst: 'geweigerd' as const, kolom: 'datum', reden: 'is leeg' },
    { regel: 3, uitkomst: 'nieuw' as const, kolom: null, reden: null },
  ];
  expect(csvRows(lines, inEnglish, say)).toEqual([
    ['Row', 'Outcome', 'Column', 'Reason'],
    [2, 'Refused', 'datum', 'is empty'],
    [3, 'New', null, null],
  ]);
});
