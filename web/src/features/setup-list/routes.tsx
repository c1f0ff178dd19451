import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute, type MenuItem } from '../../app/root';
import { textIn, type Search } from '../../app/search';

export const setupListRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/instellijst',
  /** The part that is being changed. */
  validateSearch: (search: Search): { wijzig?: string } => ({ wijzig: textIn(search, 'wijzig') }),
  staticData: { verb: 'view_setup' },
  component: lazyRouteComponent(() => import('./SetupListPage'), 'SetupListPage'),
});

export const setupListMenu: MenuItem = {
  to: '/instellijst',
  label: 'setup-list.title',
  verb: 'view_setup',
  order: 80,
};
