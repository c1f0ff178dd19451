import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Language } from '../locales/messages';
import { Spoken } from '../locales/words';
import { api } from './client';
import { modelWords, optionWords, useModelWords } from './model-words';
import type { Schema } from './types';

let language: Language = 'en';
vi.mock('../locales/Language', () => ({ useLanguage: () => ({ language }) }));
vi.mock('./session', () => ({ useMay: () => true }));

const model = {
  indicatoren: [
    { indicator: 'winst', titel: 'Winstmarge', titelEngels: 'Profit margin' },
    { indicator: 'groei', titel: 'Groei', titelEngels: null },
  ],
  categorieen: [{ categorie: 'netwerk', titel: 'Netwerk', titelEngels: 'Network' }],
  feiten: [{ feit: 'omzet', label: 'omzet', labelEngels: 'turnover' }],
} as Schema['Modelversie'];
const reference = { naam: 'Twente', versie: '1.0.0', hash: 'c5' };
const ask = vi.spyOn(api, 'GET');

beforeEach(() => {
  ask.mockReset();
  ask.mockImplementation(async () => ({ data: model, response: new Response() }) as never);
});

function Title({ onlyEnglish }: { onlyEnglish: boolean }) {
  const words = useModelWords(reference, { onlyEnglish });
  return (
    <p>
      <Spoken words={words.indicator('winst', 'Winstmarge')} />
    </p>
  );
}

const show = (onlyEnglish: boolean) =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Title onlyEnglish={onlyEnglish} />
      <Title onlyEnglish={onlyEnglish} />
    </QueryClientProvider>,
  );

test('on an English page there is the English, and what has none is marked as Dutch', () => {
  const { indicator, category, fact } = modelWords(model, 'en');
  expect(indicator('winst')).toEqual({ text: 'Profit margin' });
  expect(indicator('groei')).toEqual({ text: 'Groei', lang: 'nl' });
  expect(category('netwerk')).toEqual({ text: 'Network' });
  expect(fact('omzet')).toEqual({ text: 'turnover' });
});

test('on a Dutch page there is the Dutch, which needs no mark', () => {
  const { indicator, category, fact } = modelWords(model, 'nl');
  expect([indicator('winst'), category('netwerk'), fact('omzet')]).toEqual([
    { text: 'Winstmarge' },
    { text: 'Netwerk' },
    { text: 'omzet' },
  ]);
});

test('what the model does not know keeps the Dutch that came with it, or its key', () => {
  const { indicator, fact } = modelWords(undefined, 'en');
  expect(indicator('winst', 'Winstmarge')).toEqual({ text: 'Winstmarge', lang: 'nl' });
  expect(fact('omzet')).toEqual({ text: 'omzet', lang: 'nl' });
});

test('an option is called as the page speaks, and an unknown one reads as words', () => {
  const options = [{ sleutel: 'bv', label: 'besloten vennootschap', labelEngels: 'private limited company' }];
  expect(optionWords('en', options, 'bv')).toEqual({ text: 'private limited company' });
  expect(optionWords('nl', options, 'bv')).toEqual({ text: 'besloten vennootschap' });
  expect(optionWords('en', undefined, 'met_beperking')).toEqual({ text: 'met beperking', lang: 'nl' });
});

test('an English page shows the Dutch until the version is there, which is asked for once', async () => {
  language = 'en';
  show(true);
  expect(screen.getAllByText('Winstmarge')[0]?.lang).toBe('nl');
  await waitFor(() => expect(screen.getAllByText('Profit margin')).toHaveLength(2));
  expect(ask).toHaveBeenCalledTimes(1);
});

test('a Dutch page that has the Dutch asks for nothing', () => {
  language = 'nl';
  show(true);
  expect(screen.getAllByText('Winstmarge')).toHaveLength(2);
  expect(ask).not.toHaveBeenCalled();
});

test('a Dutch page that has keys alone does ask', async () => {
  language = 'nl';
  show(false);
  await waitFor(() => expect(ask).toHaveBeenCalledTimes(1));
});
