// A QR code (ISO 18004) of bytes, versions 1 to 9 at level L: their blocks all have one length, and 230 bytes are plenty here.
import { checkBytes } from './reed-solomon';

interface Version {
  number: number;
  size: number;
  dataBytes: number;
  checkBytes: number;
  blocks: number;
  /** Where the small squares stand, as rows and as columns. */
  centres: number[];
}

// Per version: all bytes, bytes of check per block, blocks, centres.
const table: [number, number, number, number[]][] = [
  [26, 7, 1, []],
  [44, 10, 1, [6, 18]],
  [70, 15, 1, [6, 22]],
  [100, 20, 1, [6, 26]],
  [134, 26, 1, [6, 30]],
  [172, 18, 2, [6, 34]],
  [196, 20, 2, [6, 22, 38]],
  [242, 24, 2, [6, 24, 42]],
  [292, 30, 2, [6, 26, 46]],
];
const versions: Version[] = table.map(([all, check, blocks, centres], place) => ({
  number: place + 1,
  size: 21 + place * 4,
  dataBytes: all - check * blocks,
  checkBytes: check,
  blocks,
  centres,
}));

type Grid = (boolean | undefined)[][];

/** The squares of the code by row, true is dark; null when the text is too long for it. */
export function qrCode(text: string): boolean[][] | null {
  const bytes = [...new TextEncoder().encode(text)];
  const version = versions.find(({ dataBytes }) => dataBytes >= bytes.length + 2);
  if (!version) return null;
  const grid: Grid = Array.from({ length: version.size }, () =>
    Array.from({ length: version.size }, () => undefined as boolean | undefined),
  );
  drawPatterns(grid, version);
  drawData(grid, interleaved(padded(bytes, version.dataBytes), version));
  return grid.map((row) => row.map(Boolean));
}

/** Byte mode, the length, the bytes, an end, and filling: all shifted by the four bits of the mode. */
function padded(bytes: number[], length: number): number[] {
  const nibbles = [4, bytes.length >> 4, bytes.length & 15, ...bytes.flatMap((byte) => [byte >> 4, byte & 15]), 0];
  const data: number[] = [];
  for (let place = 0; place < nibbles.length; place += 2)
    data.push(((nibbles[place] ?? 0) << 4) | (nibbles[place + 1] ?? 0));
  for (let filler = 0xec; data.length < length; filler ^= 0xec ^ 0x11) data.push(filler);
  return data;
}

/** One byte of each list, and again, until they end. */
const inTurn = (lists: number[][]) => (lists[0] ?? []).flatMap((_, place) => lists.map((list) => list[place] ?? 0));

function interleaved(data: number[], { blocks, checkBytes: count }: Version): number[] {
  const length = data.length / blocks;
  const parts = Array.from({ length: blocks }, (_, block) => data.slice(block * length, (block + 1) * length));
  const checks = parts.map((part) => checkBytes(part, count));
  return [...inTurn(parts), ...inTurn(checks)];
}

function set(grid: Grid, row: number, column: number, dark: boolean) {
  const line = grid[row];
  if (line && column >= 0 && column < line.length) line[column] = dark;
}

function drawPatterns(grid: Grid, version: Version) {
  const { size, centres } = version;
  const last = size - 7;
  for (let place = 0; place < size; place++) {
    set(grid, 6, place, place % 2 === 0);
    set(grid, place, 6, place % 2 === 0);
  }
  for (const row of centres)
    for (const column of centres) {
      const inCorner = (row === 6 && (column === 6 || column === last)) || (row === last && column === 6);
      if (!inCorner) drawSquare(grid, row, column, 2);
    }
  for (const [row, column] of [
    [3, 3],
    [3, size - 4],
    [size - 4, 3],
  ] as const)
    drawSquare(grid, row, column, 4);
  drawFormat(grid, size);
  if (version.number >= 7) drawVersion(grid, version);
}

/** Rings around a centre; of a corner the outermost ring is white and partly outside. */
function drawSquare(grid: Grid, row: number, column: number, reach: number) {
  for (let down = -reach; down <= reach; down++)
    for (let right = -reach; right <= reach; right++) {
      const ring = Math.max(Math.abs(down), Math.abs(right));
      set(grid, row + down, column + right, reach === 2 ? ring !== 1 : ring !== 2 && ring !== 4);
    }
}

/** Bits of a number followed by the rest of a division, as the standard protects its own marks. */
function withRest(value: number, divisor: number, bits: number): number {
  let rest = value;
  for (let step = 0; step < bits; step++) rest = (rest << 1) ^ ((rest >> (bits - 1)) * divisor);
  return (value << bits) | rest;
}

const bitOf = (value: number, place: number) => ((value >> place) & 1) === 1;

/** Level L with mask 0, twice. */
function drawFormat(grid: Grid, size: number) {
  const format = withRest(0b01000, 0x537, 10) ^ 0x5412;
  const around = [0, 1, 2, 3, 4, 5, 7, 8];
  for (let place = 0; place < 15; place++) {
    const dark = bitOf(format, place);
    if (place < 8) set(grid, around[place] ?? 0, 8, dark);
    else set(grid, 8, around[14 - place] ?? 0, dark);
    if (place < 8) set(grid, 8, size - 1 - place, dark);
    else set(grid, size - 15 + place, 8, dark);
  }
  set(grid, size - 8, 8, true);
}

function drawVersion(grid: Grid, { number, size }: Version) {
  const mark = withRest(number, 0x1f25, 12);
  for (let place = 0; place < 18; place++) {
    const along = Math.floor(place / 3);
    const across = size - 11 + (place % 3);
    set(grid, along, across, bitOf(mark, place));
    set(grid, across, along, bitOf(mark, place));
  }
}

/** Fills what is free in columns of two, up and down from the right, under mask 0. Readers take any mask. */
function drawData(grid: Grid, data: number[]) {
  const size = grid.length;
  let bit = 0;
  for (let pair = 0; pair < (size - 1) / 2; pair++) {
    const right = size - 1 - pair * 2;
    // The column of the timing marks is skipped.
    const columns = right > 6 ? [right, right - 1] : [right - 1, right - 2];
    for (let step = 0; step < size; step++) {
      const row = pair % 2 === 0 ? size - 1 - step : step;
      for (const column of columns) {
        if (grid[row]?.[column] !== undefined) continue;
        const dark = bitOf(data[bit >> 3] ?? 0, 7 - (bit & 7));
        set(grid, row, column, dark !== ((row + column) % 2 === 0));
        bit++;
      }
    }
  }
}
