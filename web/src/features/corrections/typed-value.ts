import type { Schema } from '../../api/types';

type FactType = Schema['Feittype'];

/** Dutch digits with a comma. A point is refused, because it could be read in two ways. */
const number = /^-?\d+(,\d+)?$/;

/** What somebody typed as a value of the fact; undefined when it is none. */
export function typedValue(text: string, type: FactType): Schema['Waarde'] | undefined {
  const typed = text.trim();
  if (typed === '') return undefined;
  if (type === 'ja-nee') return typed === 'ja' ? true : typed === 'nee' ? false : undefined;
  if (type === 'datum') return /^\d{4}-\d{2}-\d{2}$/.test(typed) ? typed : undefined;
  if (type === 'keuze') return typed;
  return number.test(typed) ? Number(typed.replace(',', '.')) : undefined;
}
