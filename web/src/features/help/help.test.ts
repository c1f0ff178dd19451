import { expect, test } from 'vitest';
import en from '../../locales/en';
import nl from '../../locales/nl';
import { chapters, general, helpRoles } from './chapters';

const tasks = [...new Set([...Object.values(chapters).flat(), ...general])];

test.each([
  ['nl', nl],
  ['en', en],
])('every task and role has its text in %s', (_, texts) => {
  const keys = [
    ...tasks.flatMap((task) => [`help.${task}`, `help.${task}.steps`]),
    ...helpRoles.map((role) => `help.role.${role}`),
  ];
  expect(keys.filter((key) => !texts[key])).toEqual([]);
});
