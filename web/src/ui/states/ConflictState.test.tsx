import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { InDutch } from '../../locales/InDutch';
import { ConflictState } from './States';

function Page({ hasForm }: { hasForm: boolean }) {
  const [clashes, setClashes] = useState(true);
  return (
    <InDutch>
      <h1 tabIndex={-1}>Titel</h1>
      <section>
        {clashes && <ConflictState differences={[]} onKeepTheirs={() => setClashes(false)} />}
        {hasForm && (
          <form>
            <input aria-label="Naam" />
          </form>
        )}
      </section>
    </InDutch>
  );
}

const keepTheirs = () => userEvent.click(screen.getByRole('button', { name: 'Laat staan wat er nu staat' }));

test('takes the focus, and gives it to the form after the choice', async () => {
  render(<Page hasForm />);
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2 }));
  await keepTheirs();
  expect(document.activeElement).toBe(screen.getByLabelText('Naam'));
});

test('without a form the title of the page has the focus after the choice', async () => {
  render(<Page hasForm={false} />);
  await keepTheirs();
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
});
