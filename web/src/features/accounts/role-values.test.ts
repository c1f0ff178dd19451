import { expect, test } from 'vitest';
import { emptyRole, roleNames, roleOf, roleShape, rolesShape, valuesOf } from './role-values';
import type { Role } from './use-accounts';

const supervisor: Role = {
  rol: 'toezichthouder',
  gemeente: '0153',
  aanbieder: null,
  van: '2018-03-06',
  tot: null,
  aanwijzing: { wet: 'jeugdwet', soort: 'kwaliteit', datum: '2018-03-06', stuk: 'Besluit 4' },
  mandaat: null,
};

test('a role comes back from the form as it went in', () => {
  expect(roleOf(valuesOf(supervisor))).toEqual(supervisor);
});

test('what belongs to another role is not sent', () => {
  const values = { ...valuesOf(supervisor), rol: 'auditor' };
  expect(roleOf(values)).toMatchObject({ gemeente: null, aanwijzing: null, mandaat: null });
});

const faultsOf = (values: object) =>
  roleShape.safeParse({ ...emptyRole, ...values }).error?.issues.map((issue) => issue.message);

test('a role of a municipality needs one, and a decision needs its day and document', () => {
  expect(faultsOf({ rol: 'beslisser' })).toEqual(['accounts.municipality-needed']);
  expect(faultsOf({ rol: 'beslisser', gemeente: '0153', datum: '2018-01-01' })).toEqual(['accounts.decision-whole']);
  expect(faultsOf({ rol: 'aanbieder' })).toEqual(['accounts.provider-needed']);
  expect(faultsOf({ rol: 'privacy' })).toBeUndefined();
});

test('every role can be given', () => {
  expect(roleNames).toHaveLength(11);
});

test('the same role twice at the same time is found; another municipality, act or time is another role', () => {
  const first = valuesOf(supervisor);
  const found = (...roles: object[]) => {
    const rollen = [first, ...roles.map((role) => ({ ...first, ...role }))];
    return (
      rolesShape('2019-05-09')
        .safeParse({ rollen })
        .error?.issues.map(({ path }) => path[1]) ?? []
    );
  };
  expect(found({ van: '' })).toEqual([1]);
  expect(found({ van: '2017-01-01', tot: '2018-03-06' })).toEqual([]);
  expect(found({ gemeente: '0141' }, { wet: 'wmo' })).toEqual([]);
  expect(found({ rol: 'privacy' }, { rol: 'privacy', gemeente: '0141' })).toEqual([2]);
});
