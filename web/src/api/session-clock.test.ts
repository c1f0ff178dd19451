import { expect, test } from 'vitest';
import { sessionClock } from './session-clock';

const minutes = (now?: number) => Math.round((sessionClock.left(now) ?? 0) / 60000);

test('the session lasts until the silence or the end, whichever comes first', () => {
  const span = { eindigtOp: '2019-05-09T17:00:00Z', eindigtBijStilteOp: '2019-05-09T16:50:00Z' };
  sessionClock.follow({ ...span, nu: '2019-05-09T16:20:00Z' });
  expect(minutes()).toBe(30);
  expect(minutes(Date.now() + 20 * 60000)).toBe(10);
  sessionClock.follow({ nu: '2019-05-09T16:45:00Z', ...span, eindigtBijStilteOp: '2019-05-09T17:15:00Z' });
  expect(minutes()).toBe(15);
});

test('without a session nothing is known', () => {
  sessionClock.forget();
  expect(sessionClock.left()).toBeNull();
});

test('the time of the server goes on with ours', () => {
  sessionClock.follow({
    nu: '2019-05-09T07:00:00Z',
    eindigtOp: '2019-05-09T17:00:00Z',
    eindigtBijStilteOp: '2019-05-09T07:30:00Z',
  });
  const later = sessionClock.serverTime(Date.now() + 60000);
  expect(new Date(later).toISOString().slice(0, 16)).toBe('2019-05-09T07:01');
});
