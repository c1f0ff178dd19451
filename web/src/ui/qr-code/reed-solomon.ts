// The arithmetic of QR codes: bytes as polynomials, over the field of 256 elements.

function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    product ^= ((b >> bit) & 1) * a;
  }
  return product;
}

/** The product of (x - 2^0) up to (x - 2^(degree - 1)), without its leading 1. */
function generatorOf(degree: number): number[] {
  const generator: number[] = Array.from({ length: degree }, (_, place) => (place === degree - 1 ? 1 : 0));
  let root = 1;
  for (let step = 0; step < degree; step++) {
    for (let place = 0; place < degree; place++)
      generator[place] = multiply(generator[place] ?? 0, root) ^ (generator[place + 1] ?? 0);
    root = multiply(root, 2);
  }
  return generator;
}

/** The bytes with which a reader repairs what it could not see. */
export function checkBytes(data: number[], count: number): number[] {
  const generator = generatorOf(count);
  let rest: number[] = Array.from({ length: count }, () => 0);
  for (const byte of data) {
    const factor = byte ^ (rest[0] ?? 0);
    rest = [...rest.slice(1), 0].map((value, place) => value ^ multiply(generator[place] ?? 0, factor));
  }
  return rest;
}
