import { expect, test } from 'vitest';
import { meaningOf } from './meaning';
import { groupOf } from './terms';
import { typedValue, valueFault } from './typed-value';

test('terms fall in four groups', () => {
  const today = '2019-05-09';
  expect(['2019-05-08', '2019-05-09', '2019-05-16', '2019-05-17'].map((day) => groupOf(today, day))).toEqual([
    'late',
    'today',
    'week',
    'later',
  ]);
});

test('a typed number has the decimal mark of the page, and not the other, which could be read in two ways', () => {
  expect(typedValue('541164,5', 'bedrag', 'nl')).toBe(541164.5);
  expect(typedValue('1.250', 'getal', 'nl')).toBeUndefined();
  expect(typedValue('541164.5', 'bedrag', 'en')).toBe(541164.5);
  expect(typedValue('1,250', 'getal', 'en')).toBeUndefined();
  expect(typedValue('1250', 'getal', 'en')).toBe(1250);
});

test('other values are the same on both pages', () => {
  expect(typedValue('nee', 'ja-nee', 'nl')).toBe(false);
  expect(typedValue('9 mei', 'datum', 'nl')).toBeUndefined();
});

test('an amount has at most two decimals, and another number may have more', () => {
  expect(valueFault('541164,505', 'bedrag', 'nl')).toBe('corrections.amount-decimals');
  expect(valueFault('541164.505', 'bedrag', 'en')).toBe('corrections.amount-decimals');
  expect(valueFault('541164,50', 'bedrag', 'nl')).toBeUndefined();
  expect(valueFault('0,125', 'getal', 'nl')).toBeUndefined();
  expect(valueFault('1,250', 'bedrag', 'en')).toBe('corrections.value-form');
  expect(valueFault('', 'bedrag', 'nl')).toBe('corrections.value-form');
});

test('what was accepted without another value counts as unknown, and no value is not the same as zero or no', () => {
  expect(meaningOf({ status: 'overgenomen', voorgesteldeWaarde: null })).toBe('overgenomen-unknown');
  expect(meaningOf({ status: 'overgenomen', voorgesteldeWaarde: 0 })).toBe('overgenomen');
  expect(meaningOf({ status: 'overgenomen', voorgesteldeWaarde: false })).toBe('overgenomen');
  expect(meaningOf({ status: 'afgewezen', voorgesteldeWaarde: null })).toBe('afgewezen');
});
