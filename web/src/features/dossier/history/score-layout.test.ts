import { expect, test } from 'vitest';
import { layOut } from './score-layout';

const limits = { oranje: 2, lichtrood: 6, middenrood: 8, donkerrood: 10 };
const screening = (number: number, laagste: number, hoogste: number) => ({
  screening: number,
  peildatum: '2019-05-09',
  kleur: 'oranje' as const,
  laagste,
  hoogste,
});

test('later screenings stand further right and more points higher', () => {
  const { columns, bands, floor } = layOut([screening(1, 4, 4), screening(2, 4, 9)], limits, 600);
  const [first, second] = columns;
  expect(first && second && first.x < second.x).toBe(true);
  expect(first?.highest).toBe(first?.lowest);
  expect(second && second.highest < second.lowest).toBe(true);
  expect(bands.map((band) => band.from)).toEqual([0, 2, 6, 8, 10]);
  expect(bands[0]?.bottom).toBe(floor);
  expect(bands.every((band, place) => place === 0 || band.bottom === bands[place - 1]?.top)).toBe(true);
});

test('two screenings on one day have a place of their own, and of many not each is named', () => {
  const many = Array.from({ length: 20 }, (_, place) => screening(place + 1, 4, 4));
  const { columns } = layOut(many, limits, 320);
  expect(new Set(columns.map((column) => column.x)).size).toBe(20);
  expect(columns.at(-1)?.isNamed).toBe(true);
  expect(columns.filter((column) => column.isNamed).length).toBeLessThan(6);
});

test('without limits there are no colours behind the steps', () => {
  expect(layOut([screening(1, 4, 4)], undefined, 600).bands).toEqual([]);
});
