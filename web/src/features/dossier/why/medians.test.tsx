import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Schema } from '../../../api/types';
import { InDutch } from '../../../locales/InDutch';
import { assessment, model, reason } from './example';
import { ReasonTable } from './ReasonTable';
import { termsOf } from './terms';

const version = { ...model, indicatoren: [], categorieen: [], feiten: [] } as unknown as Schema['Modelversie'];
const part = (deel: string, mediaan?: Schema['Waarde']): Schema['Beslissend'] => ({
  trede: 1,
  deel,
  zin: deel,
  zinEngels: null,
  uitkomst: 'waar',
  gezien: 1,
  grens: 1,
  afgeschermd: false,
  ...(mediaan !== undefined && { mediaan }),
});

function medians(parts: Schema['Beslissend'][]) {
  const redenen = parts.map((each) => reason(each.deel, 'financieel', { punten: 1, beslissend: [each] }));
  const { container } = render(
    <InDutch>
      <ReasonTable
        assessment={{ ...assessment, redenen }}
        model={version}
        terms={termsOf(version, [], 'nl')}
        corrections={[]}
      />
    </InDutch>,
  );
  return [...container.querySelectorAll('td[data-column="median"]')].map((cell) => cell.textContent);
}

test('a median reads as the value beside it does', () => {
  expect(
    medians([
      part('resultaat / omzet > 8%', 0.034),
      part('inhuurkosten > € 150.000', 98500),
      part('belangen_buiten_zorg > 3', 1.5),
      part('rechtsvorm_sinds > oprichting', '2011-03-01'),
      part('open_bevindingen >= 1'),
    ]).map((text) => text?.replaceAll('\u00a0', ' ')),
  ).toEqual(['3,4%', '€ 98.500', '1,5', '1 mrt 2011', '–']);
  expect(screen.getByRole('columnheader', { name: 'Mediaan van allen voor wie de vraag geldt' })).toBeTruthy();
});

test('without any median there is no column for it', () => {
  medians([part('open_bevindingen >= 1')]);
  expect(screen.queryByRole('columnheader', { name: /Mediaan/ })).toBeNull();
});
