import { rights } from '../../api/generated/rights';
import type { RoleName, Session, Verb } from '../../api/types';

type Scopes = Partial<Record<RoleName, string>>;

/** The municipalities of somebody who sees no more than counts by this verb; empty where he sees the region by a role of the region. */
export function ownPlaces({ rollen }: Pick<Session, 'rollen'>, verb: Verb): string[] {
  const scopes: Scopes = rights[verb];
  const useful = rollen.filter(({ rol }) => scopes[rol] !== undefined);
  const isMunicipal = useful.every(({ rol, gemeente }) => scopes[rol] === 'telling' && gemeente !== null);
  return isMunicipal ? [...new Set(useful.flatMap(({ gemeente }) => gemeente ?? []))] : [];
}
