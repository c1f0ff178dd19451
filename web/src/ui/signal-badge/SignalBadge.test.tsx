import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { InDutch } from '../../locales/InDutch';
import { SignalBadge } from './SignalBadge';

test.each([
  ['rood', 'Rood'],
  ['oranje', 'Oranje'],
  ['groen', 'Groen'],
  ['grijs', 'Te weinig gegevens'],
] as const)('%s shows in a word and in a shape of its own', (colour, word) => {
  const { container } = render(
    <InDutch>
      <SignalBadge colour={colour} />
    </InDutch>,
  );
  expect(screen.getByText(word)).toBeTruthy();
  expect(container.querySelector('svg')?.getAttribute('data-colour')).toBe(colour);
});
