import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root';
import { readSearch } from './search';

const frame = createRoute({
  getParentRoute: () => rootRoute,
  path: '/aanbieders/$id',
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('./DossierFrame'), 'DossierFrame'),
});

const overview = createRoute({
  getParentRoute: () => frame,
  path: '/',
  staticData: { verb: 'view_provider' },
  component: lazyRouteComponent(() => import('./OverviewPage'), 'OverviewPage'),
});

const facts = createRoute({
  getParentRoute: () => frame,
  path: 'feiten',
  staticData: { verb: 'view_facts' },
  component: lazyRouteComponent(() => import('./facts/FactsPage'), 'FactsPage'),
});

const contracts = createRoute({
  getParentRoute: () => frame,
  path: 'overeenkomsten',
  staticData: { verb: 'view_contracts' },
  component: lazyRouteComponent(() => import('./ContractsPage'), 'ContractsPage'),
});

const network = createRoute({
  getParentRoute: () => frame,
  path: 'netwerk',
  staticData: { verb: 'view_relations' },
  component: lazyRouteComponent(() => import('./network/NetworkPage'), 'NetworkPage'),
});

const history = createRoute({
  getParentRoute: () => frame,
  path: 'historie',
  staticData: { verb: 'view_history' },
  component: lazyRouteComponent(() => import('./history/HistoryPage'), 'HistoryPage'),
});

const log = createRoute({
  getParentRoute: () => frame,
  path: 'logboek',
  staticData: { verb: 'view_audit' },
  component: lazyRouteComponent(() => import('./LogPage'), 'LogPage'),
});

export const dossierRoute = frame.addChildren([overview, facts, contracts, network, history, log]);
