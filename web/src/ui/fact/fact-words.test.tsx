import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Text } from '../../locales/Language';
import { InDutch } from '../../locales/InDutch';
import nl from '../../locales/nl';
import { factName, HiddenValue, useFactValue, type Measured, type Named } from './fact-words';

const t: Text = (key, values) => (nl[key] ?? key).replace('{label}', String(values?.['label']));
const fact: Named = {
  type: 'ja-nee',
  label: 'eerder faillissement',
  labelEngels: 'earlier bankruptcy',
  vraag: 'Is een bestuurder ooit failliet verklaard?',
  vraagEngels: 'Was a director ever declared bankrupt?',
};

test('of yes or no the question stands before the answer, never the label', () => {
  expect(factName(fact, 'nl', t)).toEqual({ text: fact.vraag });
  expect(factName(fact, 'en', t)).toEqual({ text: fact.vraagEngels });
  expect(factName({ ...fact, vraag: null }, 'nl', t)).toEqual({ text: 'Eerder faillissement: ja of nee?' });
  expect(factName({ ...fact, labelEngels: null, vraagEngels: null }, 'en', t)).toEqual({
    text: fact.vraag,
    lang: 'nl',
  });
});

test('another fact has its label', () => {
  const amount: Named = { type: 'bedrag', label: 'omzet', labelEngels: 'turnover', vraag: 'Wat was uw omzet?' };
  expect(factName(amount, 'nl', t)).toEqual({ text: 'Omzet' });
  expect(factName({ ...amount, labelEngels: null }, 'en', t)).toEqual({ text: 'Omzet', lang: 'nl' });
});

function Value({ value, of }: { value: number | boolean | string | null; of: Measured }) {
  return <>{useFactValue()(value, of)}</>;
}

function shown(value: number | boolean | string | null, of: Measured) {
  const { container } = render(
    <InDutch>
      <Value value={value} of={of} />
    </InDutch>,
  );
  return container.textContent?.replaceAll('\u00a0', ' ');
}

test('a unit goes with every number, and is not said twice', () => {
  const changes: Measured = {
    type: 'getal',
    label: 'aantal vertrokken of vervangen bestuurders',
    eenheid: 'bestuurders in twaalf maanden',
  };
  expect(shown(2, changes)).toBe('2 bestuurders in twaalf maanden');
  expect(shown(1, changes)).toBe('bestuurders in twaalf maanden: 1');
  expect(shown(1, { type: 'getal', label: 'aantal bestuurders', eenheid: 'bestuurders' })).toBe('1');
  expect(shown(541164, { type: 'bedrag', label: 'omzet', eenheid: 'euro per boekjaar' })).toBe('€ 541.164');
  expect(shown(false, { type: 'ja-nee', label: 'x', eenheid: null })).toBe('nee');
  expect(shown('2018-09-07', { type: 'datum', label: 'x', eenheid: null })).toBe('7 sep 2018');
});

test('what is hidden is a hidden answer or a hidden value, and never an answer', () => {
  const { container } = render(
    <InDutch>
      <HiddenValue type="ja-nee" />
    </InDutch>,
  );
  expect(container.textContent).toBe('Afgeschermd: dit antwoord ziet u niet');
});
