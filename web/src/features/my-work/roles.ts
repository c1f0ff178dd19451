import { useSearch } from '@tanstack/react-router';
import { useSession } from '../../api/session';
import type { RoleName, Session } from '../../api/types';

/** Somebody's roles, each once, in the order in which they were given. */
export function rolesOf({ rollen }: Session): RoleName[] {
  return [...new Set(rollen.map(({ rol }) => rol))];
}

/** The session as the chosen role alone would have it; a role that somebody does not have chooses nothing. */
export function inRole(session: Session, role: string | undefined): Session {
  const chosen = session.rollen.filter(({ rol }) => rol === role);
  return chosen.length > 0 ? { ...session, rollen: chosen } : session;
}

/** Whose work stands on the page. What somebody may do stays what all of the roles allow. */
export function useWorker(): Session | undefined {
  const { data: session } = useSession();
  const { rol } = useSearch({ strict: false });
  return session ? inRole(session, rol) : undefined;
}
