import { expect, test } from 'vitest';
import { changesIn } from './contact/contact-fields';
import { readSearch } from './search';

test('only a changed contact field is sent', () => {
  const before = { contactpersoon: 'A. Anbieder', emailadres: null, telefoon: '053' };
  expect(changesIn(before, { ...before, telefoon: null })).toEqual({ telefoon: null });
});

test('what does not fit in the address is left out', () => {
  expect(readSearch({ bekendOp: '2019-02-01', geregistreerdOp: 'toen', screening: '3x', feit: 'omzet' })).toEqual({
    bekendOp: '2019-02-01',
    feit: 'omzet',
  });
});
