import { expect, test } from 'vitest';
import { inEnglish } from './server-texts';
import texts from './server-texts.en.json';

const sources = import.meta.glob<string>(['../../../src/{app,server,base}/*.cpp', '!../../../src/**/*_test.cpp'], {
  eager: true,
  query: '?raw',
  import: 'default',
});

// Said on the command line alone, or about the rows of a file, whose words are Dutch too.
const ofTheCommandLine =
  /\/(backup|load_model|rotate_key|verify_audit|retention|evaluate_rule|test_model|export_audit|import_facts|import_rows|read_model)\.cpp$/;

const literal = /"(?:[^"\\]|\\.)*"/g;
const joined = (source: string) => source.replaceAll(/\/\/[^\n]*/g, '').replaceAll(/"\s+"/g, '');
const textsIn = (source: string) => [...source.matchAll(literal)].map(([text]) => text.slice(1, -1));

test('every text that is put in English is one of the server', () => {
  const said = new Set(Object.values(sources).flatMap((source) => textsIn(joined(source))));
  expect(Object.keys(texts).filter((dutch) => !said.has(dutch))).toEqual([]);
});

test('every refusal that a page can meet is there in English', () => {
  const refusals = Object.entries(sources)
    .filter(([file]) => !ofTheCommandLine.test(file))
    .flatMap(([, source]) => joined(source).split(';'))
    .filter((statement) => /\b(conflict|invalid|fault)\(|\bfaults\.push_back\(|\bpassword_fault\(/.test(statement))
    .flatMap(textsIn)
    .filter((text) => text.includes(' '));
  expect(refusals.length).toBeGreaterThan(50);
  expect(refusals.filter((text) => !(text in texts))).toEqual([]);
});

test('what differs each time comes along, and what is not known stays Dutch', () => {
  const say = inEnglish({ 'is opgegaan in {}; verbeter {}': 'correct {1} in {0}', 'is leeg': 'is empty' });
  expect(say('is opgegaan in aanbieder 3; verbeter omzet (2018)')).toEqual({
    text: 'correct omzet (2018) in aanbieder 3',
  });
  expect(say('is leeg')).toEqual({ text: 'is empty' });
  expect(say('is leeg.')).toEqual({ text: 'is leeg.', lang: 'nl' });
});
