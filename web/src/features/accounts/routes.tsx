import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute, type MenuItem } from '../../app/root';
import { oneOf, textIn, type Search } from '../../app/search';

const accountsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/gebruikers',
  validateSearch: (search: Search): { zoek?: string } => ({ zoek: textIn(search, 'zoek') }),
  staticData: { verb: 'view_accounts' },
  component: lazyRouteComponent(() => import('./AccountsPage'), 'AccountsPage'),
});

const newAccountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/gebruikers/nieuw',
  staticData: { verb: 'manage_accounts' },
  component: lazyRouteComponent(() => import('./NewAccountPage'), 'NewAccountPage'),
});

const accountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/gebruikers/$accountId',
  staticData: { verb: 'view_accounts' },
  component: lazyRouteComponent(() => import('./AccountPage'), 'AccountPage'),
});

const restoreRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/gebruikers/$accountId/herstel',
  staticData: { verb: 'restore_access' },
  component: lazyRouteComponent(() => import('./RestorePage'), 'RestorePage'),
});

const keysRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sleutels',
  validateSearch: (search: Search): { nieuw?: 'ja' } => ({ nieuw: oneOf(search, 'nieuw', ['ja']) }),
  staticData: { verb: 'view_keys' },
  component: lazyRouteComponent(() => import('./KeysPage'), 'KeysPage'),
});

export const accountsRoutes = [accountsRoute, newAccountRoute, accountRoute, restoreRoute, keysRoute] as const;

export const accountsMenu: MenuItem = {
  to: '/gebruikers',
  label: 'accounts.title',
  verb: 'view_accounts',
  order: 55,
};
