import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { Schema } from '../../api/types';
import { InDutch } from '../../locales/InDutch';
import { KeyFacts } from './KeyFacts';

vi.mock('../../api/client', () => ({
  api: { GET: async () => ({}) },
  unwrap: async () => ({ gemeenten: [], rollen: [] }),
}));

const show = (percelen: string[]) =>
  render(
    <InDutch>
      <QueryClientProvider client={new QueryClient()}>
        <KeyFacts
          provider={
            {
              waardePerJaar: null,
              clienten: { aantal: null },
              gemeenten: [],
              percelen,
              openCorrecties: 0,
            } as unknown as Schema['Aanbieder']
          }
        />
      </QueryClientProvider>
    </InDutch>,
  );

const none = 'geen lopende overeenkomst bekend';

test('without a contract that runs, its value, clients and lots are not merely unknown', () => {
  show([]);
  expect(screen.getAllByText(none)).toHaveLength(3);
});

test('of a contract that runs, what is not known is unknown', () => {
  show(['perceel-1']);
  expect(screen.queryByText(none)).toBeNull();
  expect(screen.getAllByText('onbekend').length).toBeGreaterThan(1);
});
