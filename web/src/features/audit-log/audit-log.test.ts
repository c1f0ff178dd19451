import { expect, test } from 'vitest';
import en from '../../locales/en';
import nl from '../../locales/nl';
import { actions } from './actions';
import { queryOf, readSearch, startOf } from './search';

test('a day begins at midnight in the Netherlands, in summer and in winter', () => {
  expect(startOf('2019-05-09')).toBe('2019-05-08T22:00:00Z');
  expect(startOf('2019-01-09')).toBe('2019-01-08T23:00:00Z');
});

test('the last day counts too, also over the end of a month', () => {
  expect(queryOf({ tot: '2019-05-31' })).toEqual({ voor: '2019-05-31T22:00:00Z' });
});

test('what does not fit is left out', () => {
  expect(queryOf(readSearch({ gebruiker: 'x', aanbieder: '17', handeling: 'A', vanaf: 'gisteren' }))).toEqual({
    aanbieder: 17,
  });
});

test('every action has a text in both languages', () => {
  for (const texts of [nl, en]) expect(actions.filter((action) => !texts[`audit-log.action.${action}`])).toEqual([]);
});
