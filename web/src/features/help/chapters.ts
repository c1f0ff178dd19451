import type { RoleName } from '../../api/types';

/** The tasks that each role reads about, in the order in which they come up. Texts: `help.<task>` and `help.<task>.steps`. */
export const chapters: Record<RoleName, string[]> = {
  contractmanager_regio: ['first-look', 'understand-colour', 'correct-fact', 'deliver-data', 'run-screening'],
  contractmanager_gemeente: ['first-look', 'understand-colour', 'correct-fact', 'read-model'],
  toezichthouder: ['first-look', 'understand-colour', 'vault', 'network'],
  beleid: ['read-counts', 'read-model', 'read-setup'],
  onderzoeker: ['understand-colour', 'network', 'vault', 'correct-fact'],
  beslisser: ['first-look', 'understand-colour', 'read-model'],
  modeleigenaar: ['read-model', 'compare-screenings', 'read-counts'],
  privacy: ['keep-setup', 'read-log', 'see-accounts', 'vault'],
  auditor: ['read-log', 'check-chain', 'see-accounts'],
  beheerder: ['make-account', 'give-roles', 'block-account', 'make-key'],
  aanbieder: ['own-account'],
};

export const helpRoles = Object.keys(chapters) as RoleName[];

/** Everybody needs these, whatever the role. */
export const general = ['colours', 'unknown', 'sign-in', 'own-account', 'keyboard'];
