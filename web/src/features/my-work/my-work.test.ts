import { expect, test } from 'vitest';
import { rights } from '../../api/generated/rights';
import type { RoleName, Schema, Session } from '../../api/types';
import { blocksFor, firstPageOf, municipalitiesOf, wideOf } from './blocks';
import { inRole, rolesOf } from './roles';
import { changesIn, type Provider } from './changes';
import { endOfWeek, groupOf, inGroups, termsOf } from './terms';

const roles = Object.keys(rights.view_own_session) as RoleName[];
const verbsOf = (names: RoleName[]) =>
  Object.entries(rights).flatMap(([verb, scopes]) => (names.some((name) => name in scopes) ? verb : []));
const as = (...names: RoleName[]) =>
  ({ rollen: names.map((rol) => ({ rol, gemeente: null })), verben: verbsOf(names) }) as unknown as Session;
const correction = (besluitVoor: string, by: number, tweedePersoonNodig = false, status = 'open') =>
  ({ besluitVoor, ingediendDoor: { id: by }, tweedePersoonNodig, status }) as Schema['Correctie'];
const provider = (naam: string, veranderd: string, vorigeKleur: string | null) =>
  ({ naam, veranderd, vorigeKleur, kleur: 'rood' }) as Provider;

test('each role has one to three blocks, and only what it may see', () => {
  const needs = {
    terms: 'list_corrections',
    changes: 'list_urgency',
    own: 'list_urgency',
    setup: 'view_setup',
    running: 'view_jobs',
    spread: 'view_distribution',
    provider: 'view_provider',
  } as const;
  for (const role of roles) {
    const blocks = blocksFor(as(role));
    expect(blocks.length, role).toBeGreaterThan(0);
    expect(blocks.length, role).toBeLessThanOrEqual(3);
    for (const block of blocks) expect(Object.keys(rights[needs[block]]), `${role} ${block}`).toContain(role);
  }
});

test('with several roles the first wishes of each come first', () => {
  expect(blocksFor(as('toezichthouder', 'modeleigenaar'))).toEqual(['own', 'setup', 'changes']);
});

test('who has several roles may look with one of them', () => {
  const session = as('toezichthouder', 'modeleigenaar', 'toezichthouder');
  expect(rolesOf(session)).toEqual(['toezichthouder', 'modeleigenaar']);
  expect(blocksFor(inRole(session, 'modeleigenaar'))).toEqual(['setup', 'spread', 'running']);
  expect(inRole(session, 'auditor'), 'a role of somebody else').toBe(session);
  expect(inRole(session, undefined)).toBe(session);
  expect(inRole(session, 'modeleigenaar').verben, 'rights stay those of all roles').toEqual(session.verben);
});

test('policy begins with the counts, everyone else with work', () => {
  expect(roles.filter((role) => firstPageOf(as(role)) === '/verdeling')).toEqual(['beleid']);
  expect(firstPageOf(as('beleid', 'contractmanager_regio'))).toBe('/werk');
});

test('a role for the whole region names no municipality', () => {
  expect(municipalitiesOf(as('contractmanager_regio'))).toEqual([]);
});

test('a week ends on Sunday', () => {
  expect(endOfWeek('2019-05-09')).toBe('2019-05-12');
  expect(endOfWeek('2019-05-12')).toBe('2019-05-12');
  expect(['2019-05-08', '2019-05-09', '2019-05-12', '2019-05-13'].map((day) => groupOf(day, '2019-05-09'))).toEqual([
    'late',
    'today',
    'week',
    'later',
  ]);
});

test('terms of whoever decides or proposed, the first day first', () => {
  const all = [
    correction('2019-06-01', 1),
    correction('2019-05-01', 2),
    correction('2019-05-02', 1, true),
    correction('2019-05-03', 2, false, 'overgenomen'),
  ];
  const waits = (mayDecide: boolean) =>
    termsOf(all, 1, mayDecide).map((term) => [term.correction.besluitVoor, term.waitsFor]);
  expect(waits(true)).toEqual([
    ['2019-05-01', 'me'],
    ['2019-05-02', 'other'],
    ['2019-06-01', 'me'],
  ]);
  expect(waits(false)).toEqual([
    ['2019-05-02', 'other'],
    ['2019-06-01', 'other'],
  ]);
  expect(inGroups(termsOf(all, 1, true), '2019-05-09').map(([group, terms]) => [group, terms.length])).toEqual([
    ['late', 2],
    ['later', 1],
  ]);
});

test('heavier comes first, another colour before another shade; too little data is neither heavier nor lighter; equal is no change', () => {
  const found = changesIn([
    provider('a', 'lager', 'rood'),
    provider('b', 'gelijk', 'rood'),
    provider('c', 'hoger', 'rood'),
    provider('d', 'hoger', 'oranje'),
    provider('e', 'onbekend', 'grijs'),
  ]);
  expect(found.map(([change, members]) => [change, members.map((each) => each.naam)])).toEqual([
    ['hoger', ['d', 'c']],
    ['onbekend', ['e']],
    ['lager', ['a']],
  ]);
});

test('one block has the wide column, also where two could', () => {
  expect(wideOf(['terms', 'changes', 'spread'])).toBe('changes');
  expect(wideOf(['setup', 'spread', 'running'])).toBe('spread');
  expect(wideOf(['setup'])).toBeUndefined();
});
