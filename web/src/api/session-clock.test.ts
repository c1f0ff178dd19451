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

test('the time of the server goes on with ours', () => {
  sessionClock.begin('2019-05-09T07:00:00Z', '2019-05-09T17:00:00Z', '2019-05-09T07:30:00Z');
  const later = sessionClock.serverTime('2019-05-09T17:00:00Z', Date.now() + 60000);
  expect(new Date(later).toISOString().slice(0, 16)).toBe('2019-05-09T07:01');
});
