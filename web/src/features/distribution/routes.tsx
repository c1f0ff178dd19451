import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute, type MenuItem } from '../../app/root';
import { readSearch } from './search';

export const distributionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/verdeling',
  validateSearch: readSearch,
  staticData: { verb: 'view_distribution' },
  component: lazyRouteComponent(() => import('./DistributionPage'), 'DistributionPage'),
});

export const distributionMenu: MenuItem = {
  to: '/verdeling',
  label: 'distribution.title',
  verb: 'view_distribution',
  order: 30,
};
