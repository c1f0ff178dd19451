import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root';

export const ownAccountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/mijn-account',
  staticData: { verb: 'view_own_session' },
  component: lazyRouteComponent(() => import('./OwnAccountPage'), 'OwnAccountPage'),
});
