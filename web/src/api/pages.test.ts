import { expect, test } from 'vitest';
import { everyPage, from } from './pages';

test('walks from page to page until the last', async () => {
  const next: Record<string, string | null> = { eerste: '2', 2: '3', 3: null };
  const pages = await everyPage(async (after) => ({ volgende: next[after ?? 'eerste'] ?? null, after }));
  expect(pages.map((page) => page.after)).toEqual([null, '2', '3']);
});

test('the first page has no cursor', () => {
  expect(from(null)).toEqual({});
  expect(from('2')).toEqual({ na: '2' });
});
