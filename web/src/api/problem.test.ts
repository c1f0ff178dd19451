import { expect, test } from 'vitest';
import { fieldIdOf, isProblem, problemFrom } from './problem';

test('a field path of the server is the id of a field on the page', () => {
  expect(fieldIdOf('/bron/naam')).toBe('bron-naam');
  expect(fieldIdOf('naam')).toBe('naam');
});

test('a problem keeps its code and its faults', () => {
  const body = {
    status: 400,
    title: 'T',
    detail: 'D',
    code: 'ongeldige-invoer',
    fouten: [{ veld: '/periode', reden: 'R' }],
  };
  const problem = problemFrom(new Response(null, { status: 400 }), body);
  expect(isProblem(problem, 'ongeldige-invoer')).toBe(true);
  expect(problem.faults).toEqual([{ veld: '/periode', reden: 'R' }]);
});

test('an answer in another form is a fault of the server', () => {
  const problem = problemFrom(new Response(null, { status: 502 }), '<html>');
  expect(problem.code).toBe('storing');
  expect(problem.status).toBe(502);
});
