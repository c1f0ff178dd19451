import { expect, test } from 'vitest';
import { countOf, inOrder, summarise } from './flows';
import { chosenMoments, readSearch } from './search';
import type { ScreeningHead } from '../../api/screenings';

const flows = [
  { van: 'oranje', naar: 'lichtrood', aantal: 2 },
  { van: 'donkerrood', naar: 'donkerrood', aantal: 18 },
  { van: 'donkerrood', naar: 'lichtrood', aantal: 4 },
  { van: 'lichtrood', naar: 'grijs', aantal: 3 },
] as const;

test('heavier and lighter count, and too little data is neither', () => {
  expect(summarise([...flows])).toEqual({ both: 27, same: 18, heavier: 2, lighter: 4, unknown: 3 });
});

test('the most urgent come first', () => {
  expect(inOrder([...flows]).map((flow) => flow.van)).toEqual(['donkerrood', 'donkerrood', 'lichtrood', 'oranje']);
});

test('a group that is not named has nobody', () => {
  expect(countOf([{ groep: 'groen', aantal: 7 }], 'grijs')).toBe(0);
});

test('without a choice it is the first and the last screening; what does not exist is no choice', () => {
  const screenings = [9, 8, 7].map((id) => {
    const peildatum = `2019-0${id}-01`;
    return { soort: 'volledig', screening: { id, peildatum, geregistreerdOp: peildatum, fase: 'monitoring' } };
  }) as ScreeningHead[];
  expect(chosenMoments(screenings, readSearch({}))).toEqual({ van: 7, tot: 9 });
  expect(chosenMoments(screenings, readSearch({ van: '8', tot: 'x' }))).toEqual({ van: 8, tot: 9 });
  expect(chosenMoments(screenings, readSearch({ van: 99 }))).toEqual({ van: 7, tot: 9 });
  expect(chosenMoments([], {})).toEqual({ van: undefined, tot: undefined });
});
