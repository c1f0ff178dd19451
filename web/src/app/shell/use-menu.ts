import { may, useSession } from '../../api/session';
import { menu } from '../../features';
import type { MenuItem } from '../root';

/** More than seven is no longer taken in at a glance. */
const most = 7;

/** The main menu of whoever is signed in. */
export function useMenu(): MenuItem[] {
  const { data: session } = useSession();
  if (!session) return [];
  return menu
    .filter((item) => may(session, item.verb))
    .toSorted((a, b) => a.order - b.order)
    .slice(0, most);
}
