import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute, type MenuItem } from '../../app/root';

const helpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/hulp',
  component: lazyRouteComponent(() => import('./HelpPage'), 'HelpPage'),
});

const roleHelpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/hulp/$role',
  component: lazyRouteComponent(() => import('./RoleHelpPage'), 'RoleHelpPage'),
});

const accessibilityRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/toegankelijkheid',
  component: lazyRouteComponent(() => import('./AccessibilityPage'), 'AccessibilityPage'),
});

export const helpRoutes = [helpRoute, roleHelpRoute, accessibilityRoute] as const;

export const helpMenu: MenuItem = { to: '/hulp', label: 'help.title', verb: 'view_own_session', order: 90 };
