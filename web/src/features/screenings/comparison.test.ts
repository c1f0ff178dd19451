import { expect, test } from 'vitest';
import { countsPerCause, directionOf, filtered, previousOf, readSearch, type ComparedRow } from './comparison';
import type { ScreeningHead } from '../../api/screenings';
import { screeningOf } from './use-job';

const stand = (kleur: string, subcategorie: string | null = null) => ({ kleur, subcategorie, laagste: 1, hoogste: 1 });
const row = (naam: string, oud: object, nieuw: object, ...soorten: string[]) =>
  ({ aanbieder: { id: 1, naam }, oud, nieuw, oorzaken: soorten.map((soort) => ({ soort })) }) as unknown as ComparedRow;

const rows = [
  row('Zorghuis De Beuk', stand('rood', 'donkerrood'), stand('rood', 'lichtrood'), 'nieuw-waar'),
  row('Woongroep De Es', stand('oranje'), stand('rood', 'lichtrood'), 'nieuw-bekend', 'nieuw-waar'),
  row('Thuiszorg De Wilg', stand('grijs'), stand('oranje'), 'nieuw-bekend'),
  row('Dagbesteding De Linde', stand('groen'), stand('groen')),
];

const names = (search: object) => filtered(rows, readSearch({ ...search })).map((each) => each.aanbieder.naam);

const day = (id: number, peildatum: string) =>
  ({
    soort: 'volledig',
    screening: { id, peildatum, geregistreerdOp: peildatum, fase: 'monitoring' },
  }) as ScreeningHead;

const job = (resultaat: string | null) => screeningOf({ resultaat } as Parameters<typeof screeningOf>[0]);

test('heavier, lighter, or neither', () => {
  expect(rows.map(directionOf)).toEqual(['lichter', 'zwaarder', 'onbekend', 'gelijk']);
});

test('filters hold together', () => {
  expect(names({ oorzaak: 'nieuw-bekend' })).toEqual(['Woongroep De Es', 'Thuiszorg De Wilg']);
  expect(names({ oorzaak: 'nieuw-bekend', richting: 'zwaarder' })).toEqual(['Woongroep De Es']);
  expect(names({ zoek: 'BEUK' })).toEqual(['Zorghuis De Beuk']);
  expect(names({ oorzaak: 'iets anders' })).toHaveLength(4);
});

test('a provider counts at each of its causes', () => {
  expect(countsPerCause(rows)).toEqual([
    { cause: 'nieuw-bekend', count: 2 },
    { cause: 'nieuw-waar', count: 2 },
  ]);
});

test('the first screening has none before it', () => {
  const screenings = [day(9, '2019-05-09'), day(10, '2019-05-09'), day(7, '2019-01-31')];
  expect(previousOf(screenings, 9)?.screening.id).toBe(7);
  expect(previousOf(screenings, 10)?.screening.id).toBe(7);
  expect(previousOf(screenings, 7)).toBeUndefined();
  expect(previousOf(screenings, 8)).toBeUndefined();
});

test('a job leads to its screening', () => {
  expect(job('/api/v1/screenings/19409')).toBe('19409');
  expect(job(null)).toBeNull();
});
