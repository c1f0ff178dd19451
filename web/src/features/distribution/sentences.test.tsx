import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { InDutch } from '../../locales/InDutch';
import { useText } from '../../locales/Language';

function Sentence({ id, values }: { id: string; values: Record<string, number> }) {
  return useText()(id, values);
}

function said(id: string, values: Record<string, number>) {
  const { container } = render(
    <InDutch>
      <Sentence id={id} values={values} />
    </InDutch>,
  );
  return container.textContent.trim();
}

test('nobody, one and several have sentences of their own', () => {
  const entries = 'distribution.entries.sentence';
  expect(said(entries, { entered: 0, left: 0, moved: 0 })).toBe('Er kwam niemand bij en er ging niemand weg.');
  expect(said(entries, { entered: 1, left: 0, moved: 1 })).toBe(
    'Er kwam 1 aanbieder bij en er ging niemand weg. Die staat niet in de verschuiving.',
  );
  const red = 'distribution.red.sentence';
  expect(said(red, { rood: 0, donkerrood: 0, middenrood: 0, lichtrood: 0 })).toBe('Er was geen rode aanbieder.');
  expect(said(red, { rood: 1, donkerrood: 0, middenrood: 1, lichtrood: 0 })).toBe(
    'De ene rode aanbieder was middenrood.',
  );
  expect(said(red, { rood: 3, donkerrood: 1, middenrood: 2, lichtrood: 0 })).toBe(
    'Van de 3 rode aanbieders was er 1 donkerrood, 2 middenrood en 0 lichtrood.',
  );
  expect(said('distribution.flow.sentence', { both: 2, same: 1, heavier: 0, lighter: 1, unknown: 0 })).toBe(
    '2 aanbieders staan op beide momenten. 1 bleef in dezelfde groep, niemand kreeg een zwaardere en 1 een lichtere. Bij niemand kwam of verdween de groep ‘te weinig gegevens’.',
  );
});
