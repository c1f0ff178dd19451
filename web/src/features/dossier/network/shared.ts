import type { Schema } from '../../../api/types';

type Relation = Schema['Relatie'];
type Other = Schema['AanbiederVerwijzing'];

/** A person, organisation or address that other providers have as well. */
export interface Shared {
  id: string;
  kind: Relation['ander']['soort'];
  name: string | null;
  roles: string[];
  others: (Other & { role: string })[];
}

/** What is shared, the most shared first; the same person in two roles is one. */
export function sharedIn(relations: Relation[]): Shared[] {
  const found = new Map<string, Shared>();
  for (const { id, rol, ander, gedeeldMet } of relations) {
    if (gedeeldMet.length === 0) continue;
    const key = `${ander.soort}:${ander.naam ?? id}`;
    const shared = found.get(key) ?? { id: key, kind: ander.soort, name: ander.naam, roles: [], others: [] };
    if (!shared.roles.includes(rol)) shared.roles.push(rol);
    for (const other of gedeeldMet)
      if (!shared.others.some((each) => each.id === other.id))
        shared.others.push({ id: other.id, naam: other.naam, role: other.rol });
    found.set(key, shared);
  }
  return [...found.values()].toSorted((a, b) => b.others.length - a.others.length);
}

/** The others once each, in the order in which the shared ones name them, so that few lines cross. */
export function othersIn(shared: Shared[]): Other[] {
  const found = new Map<number, Other>();
  for (const { others } of shared) for (const other of others) if (!found.has(other.id)) found.set(other.id, other);
  return [...found.values()];
}
