import { textIn, type Search } from '../../app/search';

/** Which entries are shown, as it stands in the address. Days are days in the Netherlands; the last one counts too. */
export interface LogSearch {
  gebruiker?: string;
  aanbieder?: string;
  handeling?: string;
  vanaf?: string;
  tot?: string;
}

const fitting = (text: string | undefined, form: RegExp) => (text && form.test(text) ? text : undefined);
const number = /^[1-9][0-9]{0,17}$/;
const day = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;

export function readSearch(search: Search): LogSearch {
  return {
    gebruiker: fitting(textIn(search, 'gebruiker'), number),
    aanbieder: fitting(textIn(search, 'aanbieder'), number),
    handeling: fitting(textIn(search, 'handeling'), /^[a-z-]{1,100}$/),
    vanaf: fitting(textIn(search, 'vanaf'), day),
    tot: fitting(textIn(search, 'tot'), day),
  };
}

const zone = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Amsterdam', timeZoneName: 'longOffset' });

/** The moment at which a day begins in the Netherlands. */
export function startOf(date: string, daysLater = 0): string {
  const midnight = new Date(`${date}T00:00:00Z`);
  midnight.setUTCDate(midnight.getUTCDate() + daysLater);
  const offset = zone.formatToParts(midnight).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const hours = Number(/[+-][0-9]{2}/.exec(offset)?.[0] ?? 0);
  return new Date(midnight.getTime() - hours * 3_600_000).toISOString().replace('.000', '');
}

/** The search as the server asks it. */
export function queryOf({ gebruiker, aanbieder, handeling, vanaf, tot }: LogSearch) {
  return {
    ...(gebruiker && { gebruiker: Number(gebruiker) }),
    ...(aanbieder && { aanbieder: Number(aanbieder) }),
    ...(handeling && { handeling }),
    ...(vanaf && { vanaf: startOf(vanaf) }),
    ...(tot && { voor: startOf(tot, 1) }),
  };
}
