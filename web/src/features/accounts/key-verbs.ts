import { rights } from '../../api/generated/rights';
import { rolesWith } from '../../api/session';
import type { Verb } from '../../api/types';
import type { Role } from './use-accounts';

/** About one's own session, which a key does not have. */
const ofSession: Verb[] = [
  'view_own_session',
  'sign_out',
  'sign_out_everywhere',
  'change_own_password',
  'set_own_second_factor',
];

/** What a key of somebody with these roles may be given. */
export function keyVerbs(roles: Pick<Role, 'rol'>[]): Verb[] {
  const verbs = Object.keys(rights) as Verb[];
  return verbs.filter((verb) => !ofSession.includes(verb) && roles.some(({ rol }) => rolesWith(verb).includes(rol)));
}
