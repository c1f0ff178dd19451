import { expect, test } from 'vitest';
import { bandsOf } from './bands-of';
import { matches } from './matches';
import { readMarkdown } from './read-markdown';
import type { Indicator } from './use-model';

test('each band ends where the next one begins', () => {
  const bands = bandsOf({ oranje: 2, lichtrood: 6, middenrood: 8, donkerrood: 10 });
  expect(bands.map(({ from, to }) => [from, to])).toEqual([
    [10, null],
    [8, 9],
    [6, 7],
    [2, 5],
    [0, 1],
  ]);
});

test('a band that has no points is left out', () => {
  const bands = bandsOf({ oranje: 2, lichtrood: 6, middenrood: 6, donkerrood: 10 });
  expect(bands.map((band) => band.subCategory ?? band.colour)).toEqual(['donkerrood', 'middenrood', 'oranje', 'groen']);
});

test('an explanation is headings, paragraphs and lists; its title stands elsewhere', () => {
  expect(readMarkdown('# Titel\n\nEen\nzin.\n\n## Kop\n\n- a\n- b\n')).toEqual([
    { kind: 'paragraph', text: 'Een zin.' },
    { kind: 'heading', text: 'Kop' },
    { kind: 'list', items: ['a', 'b'] },
  ]);
});

test('searching looks in all that the card says in the language of the page, and leaves accents aside', () => {
  const indicator = {
    titel: 'Cliënten',
    titelEngels: 'Clients',
    uitleg: 'Waarom',
    uitlegEngels: null,
    treden: [{ zin: 'omzet is hoger dan 3', zinEngels: 'turnover is above 3', bron: 'Graydon', bronEngels: 'Survey' }],
    verklaringen: ['Verhuizing'],
    verklaringenEngels: ['A move'],
    vanToepassing: { zin: 'rechtsvorm is bv', zinEngels: 'legal form is bv', reden: 'loon', redenEngels: 'wages' },
  } as Indicator;
  for (const text of ['clienten', 'WAAROM', 'omzet', 'graydon', 'verhuizing', 'rechtsvorm', 'loon', ''])
    expect(matches(indicator, text, 'nl')).toBe(true);
  for (const text of ['clients', 'waarom', 'turnover', 'survey', 'a move', 'legal form', 'wages'])
    expect(matches(indicator, text, 'en')).toBe(true);
  expect(matches(indicator, 'winst', 'nl')).toBe(false);
  expect(matches(indicator, 'omzet', 'en')).toBe(false);
});
