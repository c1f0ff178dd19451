import { expect, test } from 'vitest';
import type { Schema } from '../../../api/types';
import { inLines } from './in-lines';
import { othersIn, sharedIn } from './shared';

const relation = (id: number, rol: string, naam: string, others: number[]): Schema['Relatie'] => ({
  id,
  rol,
  ander: { soort: 'persoon', naam, kvkNummer: null, rsin: null, afgeschermd: false },
  van: null,
  tot: null,
  bron: { id: 1, soort: 'register', naam: 'kvk', document: null, documentDatum: null },
  bekendOp: '2018-09-26',
  bescherming: 'open',
  gedeeldMet: others.map((other) => ({ id: other, naam: `Aanbieder ${other}`, rol: 'bestuurder' })),
});

test('the most shared first, and a person in two roles once', () => {
  const shared = sharedIn([
    relation(1, 'bestuurder', 'T. Linde', [7]),
    relation(2, 'eigenaar', 'T. Linde', [7]),
    relation(3, 'bestuurder', 'S. Els', [7, 8]),
    relation(4, 'bestuurder', 'R. Es', []),
  ]);
  expect(shared.map((each) => [each.name, each.roles, each.others.length])).toEqual([
    ['S. Els', ['bestuurder'], 2],
    ['T. Linde', ['bestuurder', 'eigenaar'], 1],
  ]);
  expect(othersIn(shared).map((other) => other.id)).toEqual([7, 8]);
});

test('a long name stays within three lines', () => {
  expect(inLines('Stichting Dagbesteding De Vrolijke Zeef (verzonnen)', 14)).toEqual([
    'Stichting',
    'Dagbesteding',
    'De Vrolijke…',
  ]);
});
