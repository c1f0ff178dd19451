import { expect, test } from 'vitest';
import type { ScreeningReference } from '../../api/types';
import nl from '../../locales/nl';
import { rowsFor } from './statement';

const screening: ScreeningReference = {
  id: 1,
  peildatum: '2018-10-31',
  geregistreerdOp: '2018-11-01T09:00:00Z',
  fase: 'monitoring',
  model: { naam: 'Twente', versie: '1.0.0', hash: 'c5657' },
  proef: false,
  toelichting: 'Een kleur is een risico-inschatting op een peildatum en geen oordeel over de aanbieder.',
};
const t = (id: string) => nl[id] ?? id;

test('a file begins as the urgency list does, with a cell for each moment', () => {
  const second = { ...screening, id: 3, peildatum: '2019-05-09', proef: true };
  expect(rowsFor('Verschuiving', [screening, second], t)).toEqual([
    ['Verschuiving'],
    ['Peildatum', '2018-10-31', '2019-05-09'],
    ['Model', 'Twente 1.0.0 (c5657)', 'Twente 1.0.0 (c5657)'],
    ['Proef', 'nee', 'ja'],
    [screening.toelichting],
    [],
  ]);
});

test('a figure without colours needs no statement', () => {
  expect(rowsFor('Netwerk', [], t)).toEqual([]);
});
