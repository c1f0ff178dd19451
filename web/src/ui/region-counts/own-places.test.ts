import { expect, test } from 'vitest';
import type { RoleName } from '../../api/types';
import { ownPlaces } from './own-places';

const role = (rol: RoleName, gemeente: string | null) => ({
  rol,
  gemeente,
  aanbieder: null,
  van: '2018-10-01',
  tot: null,
  aanwijzing: null,
  mandaat: null,
});

test('an account of a municipality sees counts of a wider region than its own', () => {
  const rollen = [role('contractmanager_gemeente', '0153'), role('toezichthouder', '0153')];
  expect(ownPlaces({ rollen }, 'view_distribution')).toEqual(['0153']);
});

test('whoever works for the region need not be told', () => {
  const rollen = [role('contractmanager_gemeente', '0153'), role('contractmanager_regio', null)];
  expect(ownPlaces({ rollen }, 'view_distribution')).toEqual([]);
  expect(ownPlaces({ rollen: [role('beleid', null)] }, 'view_distribution')).toEqual([]);
});
