import { expect, test } from 'vitest';
import en from '../../locales/en';
import nl from '../../locales/nl';
import { actions, parts, subjects } from './actions';
import { referenceWords } from './words';
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

test.each([
  ['action', actions],
  ['subject', subjects],
  ['part', parts],
])('every %s has a text in both languages', (kind, words) => {
  for (const texts of [nl, en]) expect(words.filter((word) => !texts[`audit-log.${kind}.${word}`])).toEqual([]);
});

const speech = {
  t: (key: string, values: Record<string, string | number> = {}) =>
    (nl[key] ?? key).replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name])),
  format: { shortDate: (date: string) => `dag ${date}` },
  municipality: (code: string) => (code === '0153' ? 'Enschede' : code),
};
const read = (verwijzing: string, handeling = 'lijst-bekeken') => referenceWords({ handeling, verwijzing }, speech);

test('a reference of a fixed form reads in words', () => {
  expect(read('urgentielijst csv screening=3 zoek gemeente=0153 kleur=rood')).toBe(
    'urgentielijst, csv, screening 3, met een zoekterm, gemeente Enschede, rood',
  );
  expect(read('screening=3 gevolgd')).toBe('aanbieders, screening 3, alleen gevolgd');
  expect(read('verdeling 2018-10-31 19409 0153')).toBe('verdeling van dag 2018-10-31 tot screening 19409, Enschede');
  expect(read('relaties', 'dossier-bekeken')).toBe('netwerk');
  expect(read('feiten met kluis bekendOp=2019-05-09', 'dossier-bekeken')).toBe(
    'feiten met de kluis, bekend op dag 2019-05-09',
  );
  expect(read('feiten', 'bestand-ingelezen')).toBe('Feiten');
  expect(read('overgenomen', 'correctie-besloten')).toBe('Overgenomen');
  expect(read('{"fase":"monitoring","peildatum":"2019-05-09"}')).toBe('peildatum dag 2019-05-09');
});

test('any other reference stands as it is in the chain', () => {
  for (const other of ['7dae8b50ffbe82bb', 'urgentielijst kleur=rood nieuw=ja', '{"iets":1}'])
    expect(read(other)).toBe(other);
});
