import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useHistoryFocus } from './use-history-focus';

function Page({ fact, rows = ['omzet', 'omzet', 'winst'] }: { fact?: string; rows?: string[] }) {
  useHistoryFocus(fact);
  return (
    <>
      <h2 id="feiten" tabIndex={-1}>
        Feiten
      </h2>
      {fact && (
        <h2 id="geschiedenis" tabIndex={-1}>
          Geschiedenis
        </h2>
      )}
      {rows.map((row, place) => (
        <a key={`${row}-${place + 1}`} href="/" data-history-of={row}>
          {row} {place + 1}
        </a>
      ))}
    </>
  );
}

const focused = () => document.activeElement?.textContent;

test('the history takes the focus, and gives it back to the link that opened it', () => {
  const { rerender } = render(<Page />);
  screen.getByText('omzet 2').focus();
  rerender(<Page fact="omzet" />);
  expect(focused()).toBe('Geschiedenis');
  rerender(<Page />);
  expect(focused()).toBe('omzet 2');
});

test('where another row has the fact, or none, the focus goes to that one or to the heading', () => {
  const { rerender } = render(<Page fact="winst" />);
  expect(document.activeElement).toBe(document.body);
  rerender(<Page />);
  expect(focused()).toBe('winst 3');
  rerender(<Page fact="winst" rows={['omzet']} />);
  rerender(<Page rows={['omzet']} />);
  expect(focused()).toBe('Feiten');
});
