import { expect, test } from 'vitest';
import { groupOf } from './terms';
import { typedValue } from './typed-value';

test('terms fall in four groups', () => {
  const today = '2019-05-09';
  expect(['2019-05-08', '2019-05-09', '2019-05-16', '2019-05-17'].map((day) => groupOf(today, day))).toEqual([
    'late',
    'today',
    'week',
    'later',
  ]);
});

test('a typed number takes a comma, and no point that could be read in two ways', () => {
  expect(typedValue('541164,5', 'bedrag')).toBe(541164.5);
  expect(typedValue('1.250', 'getal')).toBeUndefined();
  expect(typedValue('nee', 'ja-nee')).toBe(false);
  expect(typedValue('9 mei', 'datum')).toBeUndefined();
});
