import { expect, test } from 'vitest';
import en from '../../locales/en';
import { faultIn } from './as-of';
import { changesIn } from './contact/contact-fields';
import { knownWord } from './known-words';
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

test('a day or moment that has not come yet is refused here, by the day in the Netherlands', () => {
  const text = 'dossier.as-of.future';
  expect(faultIn({ bekendOp: '2019-05-10' }, '2019-05-09')).toEqual({ field: 'bekendOp', text });
  expect(faultIn({ bekendOp: '2019-05-09', geregistreerdOp: '2019-05-09T22:30:00Z' }, '2019-05-09')).toEqual({
    field: 'geregistreerdOp',
    text,
  });
  expect(faultIn({ bekendOp: '2019-05-09' }, '2019-05-09')).toBeUndefined();
});

test.each(['2019-13-45', '2019-02-30', '2018-00-10'])('%s is no day, whether it would have come or not', (bekendOp) => {
  expect(faultIn({ bekendOp }, '2019-05-09')).toEqual({ field: 'bekendOp', text: 'dossier.as-of.no-day' });
});

const inEnglish = (key: string) => en[key] ?? key;

test('a word of a register stands in the language of the page, another in Dutch', () => {
  expect(knownWord('role', 'moedermaatschappij', inEnglish)).toEqual({ text: 'parent company' });
  expect(knownWord('role', 'stille_vennoot', inEnglish)).toEqual({ text: 'stille vennoot', lang: 'nl' });
});
