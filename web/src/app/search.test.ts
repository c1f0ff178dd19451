import { expect, test } from 'vitest';
import { oneOf, parseSearch, someOf, stringifySearch, textIn } from './search';

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
