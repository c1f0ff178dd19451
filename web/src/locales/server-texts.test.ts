import { expect, test } from 'vitest';
import { inEnglish } from './server-texts';
import texts from './server-texts.en.json';

const sources = import.meta.glob<string>(
  ['../../../src/{app,server,base,files}/*.{cpp,h}', '!../../../src/**/*_test.cpp'],
  { eager: true, query: '?raw', import: 'default' },
);

// Said on the command line alone, or of a model, whose folder is read there.
const ofTheCommandLine =
  /\/(backup|load_model|rotate_key|verify_audit|retention|evaluate_rule|test_model|export_audit|read_model|model_\w+|set_aside_file|text_file|toml_table|workbook)\.(cpp|h)$/;

const ofARefusal = /\b(conflict|invalid|fault)\(|\bfaults\.push_back\(|\bpassword_fault\(/;
const readsFiles = /\/files\/|\/import_|\/compare_rows\./;
// A fault of a file or of one of its rows.
const ofAFile =
  /\b(fault|fail|reason|at|zip_error|faults\.add|lines\.push_back|recognised\.push_back)\(|\bError\{|\b(fault|reason) = |kTermIsOver =/;

const literal = /"(?:[^"\\]|\\.)*"/g;
const joined = (source: string) =>
  source
    .replaceAll(/\/\/[^\n]*/g, '')
    .replaceAll(/'\\?"'/g, "' '")
    .replaceAll(/"\s+"/g, '');
const asInTheSource = (dutch: string) => dutch.replaceAll(/\{[*?]\}/g, '{}');
const textsIn = (source: string) => [...source.matchAll(literal)].map(([text]) => text.slice(1, -1));

test('every text that is put in English is one of the server', () => {
  const said = new Set(Object.values(sources).flatMap((source) => textsIn(joined(source))));
  expect(Object.keys(texts).filter((dutch) => !said.has(asInTheSource(dutch)))).toEqual([]);
});

test('every refusal that a page can meet is there in English', () => {
  const refusals = Object.entries(sources)
    .filter(([file]) => !ofTheCommandLine.test(file))
    .flatMap(([file, source]) =>
      joined(source)
        .split(/;(?=\s)/)
        .filter((statement) => ofARefusal.test(statement) || (readsFiles.test(file) && ofAFile.test(statement))),
    )
    .flatMap(textsIn)
    .filter((text) => text.includes(' ') && text !== ', ');
  expect(refusals.length).toBeGreaterThan(150);
  const known = new Set(Object.keys(texts).map(asInTheSource));
  expect(refusals.filter((text) => !known.has(text))).toEqual([]);
});

test('what differs each time comes along, and what is not known stays Dutch', () => {
  const say = inEnglish({ 'is opgegaan in {}; verbeter {}': 'correct {1} in {0}', 'is leeg': 'is empty' });
  expect(say('is opgegaan in aanbieder 3; verbeter omzet (2018)')).toEqual({
    text: 'correct omzet (2018) in aanbieder 3',
  });
  expect(say('is leeg')).toEqual({ text: 'is empty' });
  expect(say('is leeg.')).toEqual({ text: 'is leeg.', lang: 'nl' });
});

test('a text in a text comes along in English, or the whole stays Dutch', () => {
  const say = inEnglish({
    '{}: {*}': '{0}: {1}',
    'cel {}: {*}': 'cell {0}: {1}',
    '{} is geen ja of nee': '{0} is not yes or no',
    '{} is geen keuze van {}{*}': '{0} is not a choice of {1}{2}',
    "; bedoelt u '{}'?": "; did you mean '{0}'?",
  });
  expect(say("cel B2: 'x' is geen ja of nee").text).toBe("cell B2: 'x' is not yes or no");
  expect(say("rechtsvorm: 'bw' is geen keuze van rechtsvorm; bedoelt u 'bv'?").text).toBe(
    "rechtsvorm: 'bw' is not a choice of rechtsvorm; did you mean 'bv'?",
  );
  expect(say("rechtsvorm: 'zzz' is geen keuze van rechtsvorm").text).toBe(
    "rechtsvorm: 'zzz' is not a choice of rechtsvorm",
  );
  expect(say('let op: hier staat iets anders').lang).toBe('nl');
});

test('words of somebody else stay as they are, also where the server has such a text', () => {
  const say = inEnglish({
    datum: 'date',
    "kolom '{}' ontbreekt": "column '{0}' is missing",
    'een bestaande {*}': 'an existing {0}',
    '{?} blijft weg': '{0} is left out',
  });
  expect(say("kolom 'datum' ontbreekt").text).toBe("column 'datum' is missing");
  expect(say('een bestaande datum').text).toBe('an existing date');
  expect(say('een bestaande tijd').lang).toBe('nl');
  expect(say('datum blijft weg').text).toBe('date is left out');
  expect(say('omzet blijft weg').text).toBe('omzet is left out');
});

test('what the server says of files and values is English throughout', () => {
  const say = inEnglish(texts);
  expect(say("kolom 'datum' ontbreekt; er staan wel: feit").text).toBe("column 'datum' is missing; there are: feit");
  expect(say("'2018' past niet bij clienten; verwacht een kwartaal, zoals 2018-Q3").text).toBe(
    "'2018' does not fit clienten; expected a quarter, like 2018-Q3",
  );
  expect(say("'x' is geen feit van het model; bedoelt u 'y'?").text).toBe(
    "'x' is not a fact of the model; did you mean 'y'?",
  );
  expect(say("'x' is geen feit van het model").text).toBe("'x' is not a fact of the model");
  expect(say('deze kolom is geen feit van het model en blijft buiten beschouwing').text).toBe(
    'this column is not a fact of the model and is not read',
  );
  expect(say('Nederlandse notatie van getallen (gevraagd met --notation)').text).toBe(
    'Dutch notation of numbers (as was asked)',
  );
  expect(say('verwacht een waarde van het type ja-nee').text).toBe('expects a value of the type yes or no');
});
