import { expect, test } from 'vitest';
import en from './en';
import nl from './nl';

// A colour is a signal: the screens do not condemn, in either language.
const condemning =
  /fraud|verdacht|verdenk|malafide|dader|schuldig|straf|sanctie|misdaad|crimin|boef|oplicht|rotte appel|verhoor|klikmeld|schurk|bewezen|overtred|suspect|guilt|culprit|offender|crime|punish|penalty|malicious|swindl|crook|perpetrat|blacklist|zwarte lijst/i;

const sources = import.meta.glob<string>(['../**/*.tsx', '../**/*.ts', '!../**/*.test.*', '!../api/generated/**'], {
  eager: true,
  query: '?raw',
  import: 'default',
});
const files = import.meta.glob<Record<string, string>>('../features/*/nl.json', { eager: true, import: 'default' });

/** What stands in braces; after a plural's `one` or `=0` that is a text of one word, and no value. */
const value = /(?<!(?:=\d+|one|other) )\{(\w+)\s*[,}]/g;

function valuesIn(text = '') {
  return [...new Set([...text.matchAll(value)].map((match) => match[1]))].toSorted();
}

test('both languages have the same keys', () => {
  expect(Object.keys(en).toSorted()).toEqual(Object.keys(nl).toSorted());
});

test('both languages take the same values', () => {
  for (const key of Object.keys(nl)) expect(valuesIn(en[key]), key).toEqual(valuesIn(nl[key]));
});

test.each([
  ['nl', nl],
  ['en', en],
])('no text in %s condemns', (_, texts) => {
  expect(Object.entries(texts).filter(([, text]) => condemning.test(text))).toEqual([]);
});

test('no text stands beside the files and condemns there', () => {
  expect(
    Object.entries(sources)
      .filter(([, source]) => condemning.test(source))
      .map(([file]) => file),
  ).toEqual([]);
});

test('a key of a feature begins with its name, or with a part of it', () => {
  const keys = Object.entries(files).flatMap(([file, texts]) => {
    const feature = file.split('/').at(-2) ?? '';
    const own = feature === 'sign-in' ? ['sign-in.', 'first-setup.'] : [`${feature}.`];
    return Object.keys(texts).filter((key) => !own.some((start) => key.startsWith(start)));
  });
  expect(keys).toEqual([]);
});

test('every text that a page asks for is there', () => {
  const asked = Object.values(sources).flatMap((source) =>
    [...source.matchAll(/\bt\('([^']+)'/g)].map((match) => match[1] ?? ''),
  );
  expect(asked.filter((key) => !(key in nl))).toEqual([]);
});
