import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute, type MenuItem } from '../../app/root';
import { readSearch } from './search';
import { askForList } from './use-urgency-list';

export const urgencyListRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/urgentielijst',
  validateSearch: readSearch,
  staticData: { verb: 'list_urgency' },
  // Not waited for: the page shows that the list is coming.
  loader: ({ context, location }) => void askForList(context.queries, readSearch(location.search)),
  component: lazyRouteComponent(() => import('./UrgencyListPage'), 'UrgencyListPage'),
});

export const urgencyListMenu: MenuItem = {
  to: '/urgentielijst',
  label: 'urgency-list.title',
  verb: 'list_urgency',
  order: 20,
};
