import { expect, test } from 'vitest';
import { sessionClock } from './session-clock';

test('the session lasts until the silence or the end, whichever comes first', () => {
  sessionClock.begin('2019-05-09T07:00:00Z', '2019-05-09T17:00:00Z', '2019-05-09T07:30:00Z');
  const now = Date.now();
  expect(Math.round((sessionClock.left(now) ?? 0) / 60000)).toBe(30);
  expect(Math.round((sessionClock.left(now + 20 * 60000) ?? 0) / 60000)).toBe(10);
});

test('without a sign in nothing is known', () => {
  sessionClock.forget();
  expect(sessionClock.left()).toBeNull();
});
