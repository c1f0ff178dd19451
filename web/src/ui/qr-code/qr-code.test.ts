import { expect, test } from 'vitest';
import { qrCode } from './qr-code';

// As a reader of another maker reads it.
const slagboom = [
  '#######...#.#.#######',
  '#.....#.....#.#.....#',
  '#.###.#.#.#...#.###.#',
  '#.###.#.....#.#.###.#',
  '#.###.#..#.##.#.###.#',
  '#.....#..###..#.....#',
  '#######.#.#.#.#######',
  '........#.#..........',
  '###.#####.#.###...#..',
  '#..#.#.##.##..###.###',
  '.#.#.###...#.####.###',
  '.#...#..#.####..#...#',
  '#..#.##.#..#..##....#',
  '........#.....####..#',
  '#######.##..#..######',
  '#.....#.#.#...#.#..#.',
  '#.###.#.###.#.##.....',
  '#.###.#...##.#.##..#.',
  '#.###.#.#.##.#####..#',
  '#.....#.#.####.##..#.',
  '#######.##.#.##.#..##',
];

test('a short text is the code that readers know', () => {
  const rows = qrCode('slagboom')?.map((row) => row.map((dark) => (dark ? '#' : '.')).join(''));
  expect(rows).toEqual(slagboom);
});

test('a code grows with its text, and what is too long has none', () => {
  expect([17, 18, 106, 107, 230].map((length) => qrCode('x'.repeat(length))?.length)).toEqual([21, 25, 37, 41, 53]);
  expect(qrCode('x'.repeat(231))).toBeNull();
});
