import { renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useFormat } from './format';
import { InDutch } from './InDutch';

test.each([
  ['2017', '2017'],
  ['2018-Q4', 'kwartaal 4 van 2018'],
  ['2018-10', 'oktober 2018'],
  ['2018-09-07', '7 sep 2018'],
])('the period %s reads as %s', (period, text) => {
  const { result } = renderHook(() => useFormat(), { wrapper: InDutch });
  expect(result.current.period(period)).toBe(text);
});
