import { expect, test } from 'vitest';
import en from '../../locales/en';
import nl from '../../locales/nl';
import { sourceName, sourceNames } from './source-name';

test('a source is called as readers call it', () => {
  expect(sourceName('igj', (key) => nl[key] ?? key)).toEqual({ text: 'IGJ' });
  expect(sourceName('poorttoets', (key) => nl[key] ?? key)).toEqual({ text: 'toets aan de poort' });
  expect(sourceNames(['declaraties', 'vragenlijst'], (key) => en[key] ?? key)).toEqual({
    text: 'claims, questionnaire',
  });
});

test('a source that is not known stands in Dutch as it was delivered', () => {
  expect(sourceNames(['kvk', 'nieuw register'], (key) => en[key] ?? key)).toEqual({
    text: 'KvK, nieuw register',
    lang: 'nl',
  });
});
