import type { Colour, Schema, SubCategory } from '../../api/types';
import type { Text } from '../../locales/Language';

type Counts = Schema['Kleurtelling'];
export type Group = Schema['Groep'] | 'rood';

export const colourGroups = ['rood', 'oranje', 'groen', 'grijs'] as const satisfies Colour[];
export const subCategories = ['donkerrood', 'middenrood', 'lichtrood'] as const satisfies SubCategory[];
/** From most urgent to least; too little known stands apart at the end. */
export const finestGroups = [...subCategories, 'oranje', 'groen', 'grijs'] as const satisfies Schema['Groep'][];

const isSubCategory = (group: Group): group is SubCategory => group.endsWith('rood') && group !== 'rood';

export const colourOf = (group: Group): Colour => (isSubCategory(group) ? 'rood' : group);

export function groupLabel(group: Group, t: Text): string {
  return t(isSubCategory(group) ? `sub-category.${group}` : `colour.${group}`);
}

export const totalOf = (counts: Counts) => counts.rood + counts.oranje + counts.groen + counts.grijs;

/** A difference with its sign, so that no colour or arrow has to tell it. */
export function signed(difference: number): string {
  if (difference === 0) return '=';
  return difference > 0 ? `+${difference}` : `−${-difference}`;
}
