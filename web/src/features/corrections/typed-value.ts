import type { Schema } from '../../api/types';
import type { Language } from '../../locales/messages';

type FactType = Schema['Feittype'];

/** Digits with the decimal mark of the page. The other mark is refused, because it could be read in two ways. */
const number: Record<Language, RegExp> = { nl: /^-?\d+(,\d+)?$/, en: /^-?\d+(\.\d+)?$/ };

/** What somebody typed as a value of the fact; undefined when it is none. */
export function typedValue(text: string, type: FactType, language: Language): Schema['Waarde'] | undefined {
  const typed = text.trim();
  if (typed === '') return undefined;
  if (type === 'ja-nee') return typed === 'ja' ? true : typed === 'nee' ? false : undefined;
  if (type === 'datum') return /^\d{4}-\d{2}-\d{2}$/.test(typed) ? typed : undefined;
  if (type === 'keuze') return typed;
  return number[language].test(typed) ? Number(typed.replace(',', '.')) : undefined;
}

/** The text that says why this is no value of the fact; undefined when it is one. */
export function valueFault(text: string, type: FactType, language: Language): string | undefined {
  if (typedValue(text, type, language) === undefined) return 'corrections.value-form';
  return type === 'bedrag' && /[.,]\d{3,}$/.test(text.trim()) ? 'corrections.amount-decimals' : undefined;
}
