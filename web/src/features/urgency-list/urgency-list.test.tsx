import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Schema } from '../../api/types';
import { InDutch } from '../../locales/InDutch';
import { ChangeCell, SignalCell } from './cells';
import { clientsText, pointsText } from './row-texts';
import { activeFilters, asksNothing, filtersOf, keptSearch, readSearch, withAll } from './search';
import type { ProviderRow } from './use-urgency-list';

const provider: Schema['AanbiederRij'] = {
  id: 17,
  naam: 'Woonzorg De Paarse Schelp',
  kvkNummer: '00100017',
  kleur: 'oranje',
  subcategorie: null,
  vast: false,
  laagste: 4,
  hoogste: 9,
  volledigheid: 0.8,
  urgentie: null,
  veranderd: 'lager',
  vorigeKleur: 'rood',
  vorigeSubcategorie: 'lichtrood',
  stap: 'monitoring',
  termijn: null,
  volgt: false,
  gemeenten: ['0141'],
  waardePerJaar: 412500,
  clienten: { aantal: null, gemaskeerd: true },
};
const row = (place: number, changed: Partial<Schema['AanbiederRij']> = {}): ProviderRow => ({
  aanbieder: { ...provider, id: place, ...changed },
  samenvatting: { mogelijkeKleuren: ['oranje', 'rood'], zwaarsteRedenen: [], ontbrekend: 4 },
  place,
});
const t = (id: string, values?: Record<string, string | number>) =>
  values ? `${id} ${Object.values(values).join(' ')}` : id;

test('missing facts show what the colour could be, and how many there are', () => {
  render(
    <InDutch>
      <SignalCell row={row(1)} />
    </InDutch>,
  );
  expect(screen.getByText('Oranje')).toBeTruthy();
  expect(screen.getByText('kan ook zijn: rood')).toBeTruthy();
  expect(screen.getByText('4 feiten ontbreken')).toBeTruthy();
});

test('a change names the signal that it was', () => {
  render(
    <InDutch>
      <ChangeCell provider={provider} />
    </InDutch>,
  );
  expect(screen.getByText('Lichter')).toBeTruthy();
  expect(screen.getByText('was lichtrood')).toBeTruthy();
});

test('unknown, masked and a range of points are not numbers', () => {
  expect(pointsText({ laagste: 4, hoogste: 9 }, t)).toBe('urgency-list.points-range 4 9');
  expect(pointsText({ laagste: 4, hoogste: 4 }, t)).toBe('4');
  expect(pointsText({ laagste: null, hoogste: null }, t)).toBe('unknown');
  expect(clientsText({ aantal: null, gemaskeerd: true }, t)).toBe('urgency-list.under-ten');
  expect(clientsText({ aantal: null, gemaskeerd: false }, t)).toBe('unknown');
});

test('the server is asked for all but the colours and the order', () => {
  const search = readSearch({ kleur: 'rood', sorteer: 'punten', stap: 'gegund', gevolgd: 'ja', screening: '3' });
  expect(JSON.parse(JSON.stringify(filtersOf(search)))).toEqual({
    stap: ['gegund'],
    alleenGevolgd: true,
    screening: 3,
  });
});

test('an address with words that do not exist shows the whole list', () => {
  const search = readSearch({ kleur: 'paars', gemeente: '12', stap: 'weg', screening: '0' });
  expect(activeFilters(search)).toBe(0);
  expect(activeFilters(readSearch({ kleur: ['rood', 'groen'], zoek: 'schelp' }))).toBe(2);
});

test('to or from too little data has words of its own, and no arrow', () => {
  render(
    <InDutch>
      <ChangeCell provider={{ ...provider, kleur: 'grijs', veranderd: 'onbekend' }} />
    </InDutch>,
  );
  expect(screen.getByText('Van of naar te weinig gegevens').textContent).toBe('◌ Van of naar te weinig gegevens');
  expect(readSearch({ veranderd: 'onbekend' }).veranderd).toBe('onbekend');
});

test('everything has an address of its own, so that only an empty one opens the list that comes first', () => {
  expect(asksNothing(readSearch({}))).toBe(true);
  const cleared = withAll(readSearch({}));
  expect(cleared.lijst).toBe('alles');
  expect(asksNothing(cleared)).toBe(false);
  expect(withAll({ ...cleared, stap: 'gegund' }).lijst).toBeUndefined();
  expect(keptSearch('').lijst).toBe('alles');
  expect(keptSearch('kleur=rood')).toEqual({ ...readSearch({ kleur: 'rood' }), lijst: undefined });
});
