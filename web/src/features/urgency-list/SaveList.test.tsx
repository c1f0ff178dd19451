import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { InDutch } from '../../locales/InDutch';
import { SaveList } from './SaveList';

const save = vi.hoisted(() => vi.fn(async () => ({})));
vi.mock('../../api/client', () => ({
  api: { PUT: save, GET: async () => ({}) },
  unwrap: async () => ({ lijsten: [], gemeenten: [] }),
}));

const mine = { naam: 'Mijn lijst', zoekopdracht: 'kleur=rood', standaard: false };

// jsdom shows no dialogs.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close = vi.fn();

beforeEach(() => {
  save.mockClear();
  render(
    <InDutch>
      <QueryClientProvider client={new QueryClient()}>
        <SaveList search={{ kleur: ['oranje'] }} lists={[mine]} />
      </QueryClientProvider>
    </InDutch>,
  );
});

const type = (name: string) => userEvent.type(screen.getByLabelText('Bewaar deze filters als'), `${name}{Enter}`);

test('a name that is taken is asked about, with what would be lost', async () => {
  await type('Mijn lijst');
  expect(screen.getByRole('heading').textContent).toBe('De lijst “Mijn lijst” vervangen?');
  expect(screen.getByText('Rood')).toBeTruthy();
  expect(screen.getByText('Oranje')).toBeTruthy();
  expect(save).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: 'Vervang de lijst' }));
  expect(save).toHaveBeenCalledOnce();
});

test('after saving the field is empty without a fault, and a missing name is told in words', async () => {
  await type('Andere lijst');
  expect(await screen.findByText('De lijst “Andere lijst” is bewaard.')).toBeTruthy();
  const field = screen.getByLabelText<HTMLInputElement>('Bewaar deze filters als');
  expect(field.value).toBe('');
  expect(field.required).toBe(false);
  expect(field.getAttribute('aria-invalid')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Bewaar' }));
  expect(screen.getByText('Vul een naam in voor deze lijst.')).toBeTruthy();
});
