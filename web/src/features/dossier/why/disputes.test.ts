import { expect, test } from 'vitest';
import type { Schema } from '../../../api/types';
import { disputeOf } from './disputes';

const definition = (frequentie: string) => () => ({ frequentie }) as Schema['Feitdefinitie'];
const open = [{ id: 9, feit: 'bestuurders', periode: '2018-10-08', feitId: 4 }];

test('what was told on one day is waited for on any day, a year only in that year', () => {
  const asked = { feit: 'bestuurders', periode: '2019-05-09' };
  expect(disputeOf(asked, open, { definition: definition('datum') })?.id).toBe(9);
  expect(disputeOf(asked, open, { definition: definition('jaar') })).toBeUndefined();
  expect(disputeOf({ ...asked, periode: '2018-10-08' }, open, { definition: definition('jaar') })?.id).toBe(9);
  expect(disputeOf({ ...asked, feit: 'omzet' }, open, { definition: definition('datum') })).toBeUndefined();
});
