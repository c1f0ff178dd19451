import { expect, test } from 'vitest';
import { colourOf, finestGroups, signed, totalOf } from './groups';

test('the colour of a sub-category is red, and of each other group itself', () => {
  expect(finestGroups.map(colourOf)).toEqual(['rood', 'rood', 'rood', 'oranje', 'groen', 'grijs']);
});

test('the parts of red count once', () => {
  const counts = { rood: 6, donkerrood: 1, middenrood: 2, lichtrood: 3, oranje: 4, groen: 5, grijs: 1 };
  expect(totalOf(counts)).toBe(16);
});

test('a difference always has a sign', () => {
  expect([3, 0, -3].map(signed)).toEqual(['+3', '=', '−3']);
});
