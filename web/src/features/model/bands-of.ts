import type { Colour, Schema, SubCategory } from '../../api/types';

export interface Band {
  colour: Colour;
  subCategory?: SubCategory;
  from: number;
  /** Null is without an end. */
  to: number | null;
}

/** From heavy to light, each until the next one begins; a band without any points is left out. */
export function bandsOf(limits: Schema['Modelversie']['grenzen']): Band[] {
  const begins: Omit<Band, 'to'>[] = [
    { colour: 'rood', subCategory: 'donkerrood', from: limits.donkerrood },
    { colour: 'rood', subCategory: 'middenrood', from: limits.middenrood },
    { colour: 'rood', subCategory: 'lichtrood', from: limits.lichtrood },
    { colour: 'oranje', from: limits.oranje },
    { colour: 'groen', from: 0 },
  ];
  return begins
    .map((band, place) => ({ ...band, to: place === 0 ? null : (begins[place - 1]?.from ?? 0) - 1 }))
    .filter(({ from, to }) => to === null || to >= from);
}
