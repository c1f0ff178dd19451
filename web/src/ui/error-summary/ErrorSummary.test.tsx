import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { InDutch } from '../../locales/InDutch';
import { ErrorSummary } from './ErrorSummary';

test('takes the focus, counts in the title, and leads to the field', async () => {
  document.title = 'Aanmelden';
  render(
    <InDutch>
      <ErrorSummary faults={[{ field: 'periode', text: 'Dit is geen periode' }]} attempt={1} />
      <input id="periode" aria-label="Periode" />
    </InDutch>,
  );
  expect(document.activeElement).toBe(screen.getByRole('alert'));
  expect(document.title).toBe('1 fout: Aanmelden');
  await userEvent.click(screen.getByRole('link', { name: 'Dit is geen periode' }));
  expect(document.activeElement).toBe(screen.getByLabelText('Periode'));
});
