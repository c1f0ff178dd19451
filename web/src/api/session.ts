import { queryOptions, skipToken, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { api, unwrap } from './client';
import { rights } from './generated/rights';
import { isProblem } from './problem';
import { sessionClock, sessionEnd } from './session-clock';
import type { RoleName, Schema, Session, Verb } from './types';

const sessionKey = ['sessie'];

async function currentSession(): Promise<Session | null> {
  try {
    const session = await unwrap(api.GET('/sessies/huidige'));
    sessionClock.follow(session);
    return session;
  } catch (error) {
    if (isProblem(error) && error.status === 401) return null;
    throw error;
  }
}

/** Who is signed in; null when nobody is. */
export const sessionQuery = queryOptions({ queryKey: sessionKey, queryFn: currentSession, staleTime: Infinity });

export function useSession() {
  return useQuery(sessionQuery);
}

/** Tells the pages when the session has ended: for what the browser fetches by itself, of which they hear nothing. */
export function checkSession(): void {
  currentSession().then(
    (session) => session ?? sessionEnd.announce(),
    () => undefined,
  );
}

/** What is the same for everybody, by the first word of its key. */
const forEverybody: unknown[] = ['thema'];

// What another person loaded is not for this one. The session itself stays in the cache: else whoever shows it hears of no change.
function changePerson(queries: QueryClient, session: Session | null) {
  queries.setQueryData(sessionKey, session);
  const kept = [...sessionKey, ...forEverybody];
  queries.removeQueries({ predicate: ({ queryKey }) => !kept.includes(queryKey[0]) });
}

export function useSignIn() {
  const queries = useQueryClient();
  return async (credentials: Schema['Aanmelding']): Promise<Session> => {
    const before = queries.getQueryData<Session | null>(sessionKey);
    const session = await unwrap(api.POST('/sessies', { body: credentials }));
    sessionClock.follow(session);
    if (before?.gebruiker.id === session.gebruiker.id) queries.setQueryData(sessionKey, session);
    else changePerson(queries, session);
    return session;
  };
}

/** Whether signing out ended the session, or found that it had ended before. */
type Farewell = 'now' | 'before';
const farewellKey = ['afscheid'];

/** How the one who was here before signed out, until somebody signs in. */
export function useFarewell() {
  return useQuery<Farewell>({ queryKey: farewellKey, queryFn: skipToken }).data;
}

export function useSignOut() {
  const queries = useQueryClient();
  return async (everywhere: boolean) => {
    let farewell: Farewell = 'now';
    try {
      await unwrap(everywhere ? api.DELETE('/sessies') : api.DELETE('/sessies/huidige'));
    } catch (error) {
      // The session ended before: who presses this wants to see nothing of it any more.
      if (!isProblem(error) || error.status !== 401) throw error;
      farewell = 'before';
    }
    sessionClock.forget();
    changePerson(queries, null);
    queries.setQueryData(farewellKey, farewell);
  };
}

export function useRefreshSession() {
  const queries = useQueryClient();
  return () => queries.fetchQuery({ queryKey: sessionKey, queryFn: currentSession, staleTime: 0 });
}

/** The roles that may do what a verb says. */
export function rolesWith(verb: Verb): RoleName[] {
  return Object.keys(rights[verb]) as RoleName[];
}

export function may(session: Session, verb: Verb): boolean {
  return session.verben.includes(verb);
}

/** Whether this person may do what a verb says; the server decides, this only keeps away what it would refuse. */
export function useMay(verb: Verb): boolean {
  const { data: session } = useSession();
  return session ? may(session, verb) : false;
}
