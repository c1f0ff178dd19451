/** The moment a dossier is shown of; without one that is now. */
export interface AsOf {
  /** As known on this day. */
  bekendOp?: string;
  /** As recorded until this moment. */
  geregistreerdOp?: string;
}

export const isPast = ({ bekendOp, geregistreerdOp }: AsOf) => bekendOp !== undefined || geregistreerdOp !== undefined;

const dutchDay = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Europe/Amsterdam' });

/** What is wrong with a moment: at which field, and the text that says it. */
export interface MomentFault {
  field: keyof AsOf;
  text: 'dossier.as-of.no-day' | 'dossier.as-of.future';
}

/** A month 13 is no date; 30 February is another day than it says. */
function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Of a day that does not exist or has not come yet there is no dossier. */
export function faultIn({ bekendOp, geregistreerdOp }: AsOf, today: string): MomentFault | undefined {
  if (bekendOp !== undefined && !isDay(bekendOp)) return { field: 'bekendOp', text: 'dossier.as-of.no-day' };
  if (bekendOp !== undefined && bekendOp > today) return { field: 'bekendOp', text: 'dossier.as-of.future' };
  return geregistreerdOp !== undefined && dutchDay.format(new Date(geregistreerdOp)) > today
    ? { field: 'geregistreerdOp', text: 'dossier.as-of.future' }
    : undefined;
}
