import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute, type MenuItem } from '../../app/root';
import { readSearch } from './search';

export const urgencyListRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/urgentielijst',
  validateSearch: readSearch,
  staticData: { verb: 'list_urgency' },
  component: lazyRouteComponent(() => import('./UrgencyListPage'), 'UrgencyListPage'),
});

export const urgencyListMenu: MenuItem = {
  to: '/urgentielijst',
  label: 'urgency-list.title',
  verb: 'list_urgency',
  order: 20,
};
