import { expect, test } from 'vitest';
import { linesOf, roomFor } from './room';

test('there is room for the longest text', () => {
  expect(roomFor(['Rood', 'Te weinig gegevens'], 10)).toBe(180);
  expect(roomFor([], 10)).toBe(0);
});

test('a text goes on the next line where it does not fit, and a long word stays whole', () => {
  expect(linesOf('een kleur is geen oordeel', 120, 10)).toEqual(['een kleur is', 'geen oordeel']);
  expect(linesOf('screeningverwijzing van mei', 80, 10)).toEqual(['screeningverwijzing', 'van mei']);
});
