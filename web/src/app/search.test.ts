import { expect, test } from 'vitest';
import { isStep, oneOf, parseSearch, someOf, stringifySearch, textIn } from './search';

test('an address is read and written the same', () => {
  const search = { kleur: ['rood', 'oranje'], gemeente: '0153', zoek: 'de schelp' };
  expect(stringifySearch(search)).toBe('?kleur=rood&kleur=oranje&gemeente=0153&zoek=de+schelp');
  expect(parseSearch('kleur=rood&kleur=oranje&gemeente=0153&zoek=de+schelp')).toEqual(search);
});

test('what does not fit is left out', () => {
  expect(stringifySearch({ zoek: '', gemeente: undefined })).toBe('');
  expect(someOf({ kleur: ['rood', 'paars'] }, 'kleur', ['rood', 'groen'])).toEqual(['rood']);
  expect(someOf({ kleur: 'paars' }, 'kleur', ['rood'])).toBeUndefined();
  expect(oneOf({ richting: 'schuin' }, 'richting', ['op', 'af'])).toBeUndefined();
  expect(textIn({ zoek: ['a', 'b'] }, 'zoek')).toBeUndefined();
});

test('what is chosen is a step to go back to, and of a search only its beginning', () => {
  expect(isStep({}, { kleur: ['rood'] })).toBe(true);
  expect(isStep({ zoek: 'sch' }, { zoek: undefined, kleur: undefined })).toBe(true);
  expect(isStep({}, { zoek: 's' })).toBe(true);
  expect(isStep({ zoek: 's' }, { zoek: 'sch' })).toBe(false);
  expect(isStep({}, { sorteer: 'punten', richting: 'af' }, ['sorteer', 'richting'])).toBe(false);
});
