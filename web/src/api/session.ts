import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from './client';
import { rights } from './generated/rights';
import { isProblem } from './problem';
import { sessionClock } from './session-clock';
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

export function useSignIn() {
  const queries = useQueryClient();
  return async (credentials: Schema['Aanmelding']): Promise<Session> => {
    const before = queries.getQueryData<Session | null>(sessionKey);
    const session = await unwrap(api.POST('/sessies', { body: credentials }));
    sessionClock.follow(session);
    // What another person loaded is not for this one.
    if (before && before.gebruiker.id !== session.gebruiker.id) queries.clear();
    queries.setQueryData(sessionKey, session);
    return session;
  };
}

export function useSignOut() {
  const queries = useQueryClient();
  return async (everywhere: boolean) => {
    await unwrap(everywhere ? api.DELETE('/sessies') : api.DELETE('/sessies/huidige'));
    sessionClock.forget();
    queries.clear();
    queries.setQueryData(sessionKey, null);
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
