import type { RoleName } from '../../api/types';

/** The tasks that each role reads about, in the order in which they come up. Texts: `help.<task>` and `help.<task>.steps`. */
export const chapters: Record<RoleName, string[]> = {
  contractmanager_regio: [
    'first-look',
    'see-changes',
    'understand-colour',
    'correct-fact',
    'decide-correction',
    'deliver-data',
    'run-screening',
    'keep-list',
  ],
  contractmanager_gemeente: [
    'first-look',
    'see-changes',
    'understand-colour',
    'correct-fact',
    'decide-correction',
    'keep-list',
    'read-model',
  ],
  toezichthouder: ['first-look', 'see-changes', 'understand-colour', 'correct-fact', 'vault', 'network'],
  beleid: ['read-counts', 'read-model', 'read-setup'],
  onderzoeker: ['first-look', 'understand-colour', 'network', 'vault', 'look-back', 'correct-fact'],
  beslisser: ['first-look', 'see-changes', 'understand-colour', 'look-back', 'read-model'],
  modeleigenaar: ['read-model', 'compare-screenings', 'question-hits', 'read-counts'],
  privacy: ['keep-setup', 'read-log', 'see-accounts', 'vault'],
  auditor: ['read-log', 'check-chain', 'see-accounts'],
  beheerder: ['make-account', 'give-roles', 'restore-access', 'block-account', 'make-key'],
  aanbieder: ['own-see', 'own-contact', 'own-not-right', 'own-after', 'own-ask', 'own-account'],
};

export const helpRoles = Object.keys(chapters) as RoleName[];

/** Everybody needs these, whatever the role. */
export const general = ['colours', 'unknown', 'sign-in', 'own-account', 'keyboard'];
