import { useSession } from './session';
import { sessionClock } from './session-clock';

const dutchDay = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Europe/Amsterdam' });

/** Today in the Netherlands on the clock of the server, as YYYY-MM-DD. */
export function useToday(): string {
  useSession(); // asks for it, and draws again when it came
  return dutchDay.format(sessionClock.serverTime());
}
