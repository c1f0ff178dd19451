import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute, type MenuItem } from '../../app/root';
import { textIn, type Search } from '../../app/search';

/** The address without a path: goes on to the page that a role begins with. */
export const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./StartPage'), 'StartPage'),
});

export const myWorkRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/werk',
  staticData: { verb: 'view_own_session' },
  validateSearch: (search: Search): { rol?: string } => ({ rol: textIn(search, 'rol') }),
  component: lazyRouteComponent(() => import('./MyWorkPage'), 'MyWorkPage'),
});

export const myWorkMenu: MenuItem = { to: '/werk', label: 'my-work.title', verb: 'view_own_session', order: 10 };
