import { may } from '../../api/session';
import type { RoleName, Session } from '../../api/types';

export const blockNames = ['terms', 'changes', 'own', 'setup', 'running', 'spread', 'provider'] as const;
export type BlockName = (typeof blockNames)[number];

/** What each role wants first, most wanted first. */
const wanted: Record<RoleName, BlockName[]> = {
  contractmanager_regio: ['terms', 'changes', 'running'],
  contractmanager_gemeente: ['terms', 'changes', 'own'],
  toezichthouder: ['own', 'changes', 'terms'],
  onderzoeker: ['own', 'changes', 'terms'],
  beslisser: ['terms', 'changes', 'own'],
  modeleigenaar: ['setup', 'spread', 'running'],
  privacy: ['setup', 'terms', 'running'],
  beleid: ['spread', 'setup'],
  auditor: ['setup'],
  beheerder: ['setup', 'running'],
  aanbieder: ['provider', 'terms'],
};

/** More than three is no longer seen at a glance. */
const most = 3;

/** The blocks of somebody's page; who has several roles gets what the first of them wants first. */
export function blocksFor({ rollen }: Session): BlockName[] {
  const lists = rollen.map(({ rol }) => wanted[rol]);
  const byPlace = [0, 1, 2].flatMap((place) => lists.flatMap((list) => list[place] ?? []));
  return [...new Set(byPlace)].slice(0, most);
}

/** The block that has the wide column; two of them would lie over each other. */
export function wideOf(blocks: BlockName[]): BlockName | undefined {
  return blocks.find((name) => name === 'changes' || name === 'spread');
}

/** Whoever sees counts only has no work here that begins with a provider. */
export function firstPageOf(session: Session): '/werk' | '/verdeling' {
  const countsOnly = may(session, 'view_distribution') && !may(session, 'list_providers');
  return countsOnly ? '/verdeling' : '/werk';
}

/** The municipalities whose providers are somebody's own; none is the whole region. */
export function municipalitiesOf({ rollen }: Session): string[] {
  return [...new Set(rollen.flatMap(({ gemeente }) => gemeente ?? []))];
}

/** The providers that somebody speaks for. */
export function providersOf({ rollen }: Session): number[] {
  return [...new Set(rollen.flatMap(({ aanbieder }) => aanbieder ?? []))];
}
