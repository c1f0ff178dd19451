import { expect, test } from 'vitest';
import type { Schema, ScreeningReference } from '../../../api/types';
import { disputeOf, openAt } from './disputes';

const definition = (frequentie: string) => () => ({ frequentie }) as Schema['Feitdefinitie'];
const run = (geregistreerdOp: string) => ({ geregistreerdOp }) as ScreeningReference;
const ingediendOp = '2019-05-09T10:00:00Z';
const open = [{ id: 9, feit: 'bestuurders', periode: '2018-10-08', feitId: 4, ingediendOp }];

test('what was told on one day is waited for on any day, a year only in that year', () => {
  const asked = { feit: 'bestuurders', periode: '2019-05-09' };
  expect(disputeOf(asked, open, { definition: definition('datum') })?.id).toBe(9);
  expect(disputeOf(asked, open, { definition: definition('jaar') })).toBeUndefined();
  expect(disputeOf({ ...asked, periode: '2018-10-08' }, open, { definition: definition('jaar') })?.id).toBe(9);
  expect(disputeOf({ ...asked, feit: 'omzet' }, open, { definition: definition('datum') })).toBeUndefined();
});

test('what was unknown before somebody disputed it was unknown for another reason', () => {
  expect(openAt(open, run('2019-05-09T09:59:59.999999Z'))).toEqual([]);
  expect(openAt(open, run(ingediendOp))).toEqual(open);
  expect(openAt(open, run('2019-05-09T10:00:00.5Z'))).toEqual(open);
  expect(openAt(open, undefined)).toEqual([]);
});
