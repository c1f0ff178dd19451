import { expect, test } from 'vitest';
import en from '../../locales/en';
import nl from '../../locales/nl';
import { chapters, general, helpRoles } from './chapters';
import { pictures } from './pictures';

const tasks = [...new Set([...Object.values(chapters).flat(), ...general])];

test.each([
  ['nl', nl],
  ['en', en],
])('every task and role has its text in %s', (_, texts) => {
  const keys = [
    ...tasks.flatMap((task) => [`help.${task}`, `help.${task}.steps`]),
    ...Object.keys(pictures).map((task) => `help.${task}.picture`),
    ...helpRoles.map((role) => `help.role.${role}`),
  ];
  expect(keys.filter((key) => !texts[key])).toEqual([]);
});

test('every role reads about three tasks or more, and a picture belongs to a task that somebody reads', () => {
  expect(helpRoles.filter((role) => chapters[role].length < 3)).toEqual([]);
  expect(Object.keys(pictures).filter((task) => !tasks.includes(task))).toEqual([]);
});
