import type { Schema } from '../../../api/types';

export type Contact = Schema['Contactgegevens'];
export const contactFields = ['contactpersoon', 'emailadres', 'telefoon'] as const satisfies (keyof Contact)[];

/** Only what differs is sent, so that a field that somebody else changed stays theirs. */
export function changesIn(before: Contact, after: Contact): Schema['Contactwijziging'] {
  return Object.fromEntries(
    contactFields.filter((field) => before[field] !== after[field]).map((field) => [field, after[field]]),
  );
}
