import { expect, test } from 'vitest';
import { sourceName } from './source-name';

test('a code becomes a name, and a word stays', () => {
  expect(sourceName('digimv')).toBe('DigiMV');
  expect(sourceName('kvk, vragenlijst')).toBe('KvK, vragenlijst');
  expect(sourceName('Uittreksel van de gemeente')).toBe('Uittreksel van de gemeente');
});
