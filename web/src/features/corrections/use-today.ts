import { useSession } from '../../api/session';

const day = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Europe/Amsterdam' });

/** The day by the clock of the server, which is not that of the browser; a session does not last longer than a working day. */
export function useToday(): string {
  const { data: session } = useSession();
  return session ? day.format(new Date(session.begonnenOp)) : '';
}
