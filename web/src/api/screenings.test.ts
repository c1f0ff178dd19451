import { expect, test } from 'vitest';
import { holdingScreenings, type ScreeningHead } from './screenings';

function head(id: number, peildatum: string, known: string, other: { soort?: string; fase?: string } = {}) {
  const { soort = 'volledig', fase = 'monitoring' } = other;
  return { soort, screening: { id, peildatum, geregistreerdOp: `${known}T08:00:00Z`, fase } } as ScreeningHead;
}

const all = [
  head(1, '2018-10-31', '2018-11-01'),
  head(2, '2019-05-09', '2019-05-09'),
  head(3, '2019-05-09', '2019-05-10'),
  head(4, '2019-05-09', '2019-05-09'),
  head(5, '2019-05-11', '2019-05-11', { fase: 'poort' }),
  head(6, '2019-05-11', '2019-05-11', { soort: 'aanbieder' }),
  head(7, '2018-10-31', '2018-11-01'),
];
const ids = (screenings: ScreeningHead[]) => screenings.map(({ screening }) => screening.id);

test('of a day the one that knew most holds, and of two that knew the same the first', () => {
  expect(ids(holdingScreenings(all))).toEqual([3, 1]);
});

test('a run of the gate is the last of the gate alone', () => {
  expect(ids(holdingScreenings(all, 'poort'))).toEqual([5]);
});
