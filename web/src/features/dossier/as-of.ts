/** The moment a dossier is shown of; without one that is now. */
export interface AsOf {
  /** As known on this day. */
  bekendOp?: string;
  /** As recorded until this moment. */
  geregistreerdOp?: string;
}

export const isPast = ({ bekendOp, geregistreerdOp }: AsOf) => bekendOp !== undefined || geregistreerdOp !== undefined;

const dutchDay = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Europe/Amsterdam' });

/** Which of the two has not come yet, if any. */
export function futureIn({ bekendOp, geregistreerdOp }: AsOf, today: string): keyof AsOf | undefined {
  if (bekendOp !== undefined && bekendOp > today) return 'bekendOp';
  return geregistreerdOp !== undefined && dutchDay.format(new Date(geregistreerdOp)) > today
    ? 'geregistreerdOp'
    : undefined;
}
