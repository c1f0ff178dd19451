import { expect, test } from 'vitest';
import { beginWalk, placeIn } from './walk';

const row = (id: number) => `<tr><th><a href="/aanbieders/${id}">Zorg ${id}</a></th></tr>`;

test('a dossier opened from a list has a previous and a next one', () => {
  document.body.innerHTML = `<table><tbody>${[7, 3, 9].map(row).join('')}</tbody></table><a href="/aanbieders/3">Los</a>`;
  const [first, , , alone] = document.querySelectorAll('a');
  if (first) beginWalk(first);
  expect(placeIn('/aanbieders/3')).toMatchObject({
    number: 2,
    count: 3,
    previous: { name: 'Zorg 7' },
    next: { href: '/aanbieders/9' },
  });
  expect(placeIn('/aanbieders/9')?.next).toBeUndefined();
  expect(placeIn('/aanbieders/4')).toBeNull();
  if (alone) beginWalk(alone);
  expect(placeIn('/aanbieders/3')).toBeNull();
});
