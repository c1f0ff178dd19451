import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute, type MenuItem } from '../../app/root';
import { readListSearch, readProposalSearch } from './search';

const list = createRoute({
  getParentRoute: () => rootRoute,
  path: '/correcties',
  validateSearch: readListSearch,
  staticData: { verb: 'list_corrections' },
  component: lazyRouteComponent(() => import('./CorrectionListPage'), 'CorrectionListPage'),
});

const one = createRoute({
  getParentRoute: () => rootRoute,
  path: '/correcties/$id',
  staticData: { verb: 'view_correction' },
  component: lazyRouteComponent(() => import('./CorrectionPage'), 'CorrectionPage'),
});

const propose = createRoute({
  getParentRoute: () => rootRoute,
  path: '/aanbieders/$id/correctie',
  validateSearch: readProposalSearch,
  staticData: { verb: 'propose_correction' },
  component: lazyRouteComponent(() => import('./ProposePage'), 'ProposePage'),
});

export const correctionRoutes = [list, one, propose] as const;

export const correctionsMenu: MenuItem = {
  to: '/correcties',
  label: 'corrections.title',
  verb: 'list_corrections',
  order: 40,
};
