import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute, type MenuItem } from '../../app/root';
import { readImportsSearch, readMappingsSearch, readReportSearch } from './search';

export const importsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/gegevens',
  validateSearch: readImportsSearch,
  staticData: { verb: 'list_imports' },
  component: lazyRouteComponent(() => import('./ImportsPage'), 'ImportsPage'),
});

export const newImportRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/gegevens/nieuw',
  staticData: { verb: 'import_files' },
  component: lazyRouteComponent(() => import('./NewImportPage'), 'NewImportPage'),
});

export const mappingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/gegevens/koppelingen',
  validateSearch: readMappingsSearch,
  staticData: { verb: 'view_mappings' },
  component: lazyRouteComponent(() => import('./MappingsPage'), 'MappingsPage'),
});

export const importReportRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/gegevens/$importId',
  validateSearch: readReportSearch,
  staticData: { verb: 'view_import' },
  component: lazyRouteComponent(() => import('./ImportReportPage'), 'ImportReportPage'),
});

export const importsRoutes = [importsRoute, newImportRoute, mappingsRoute, importReportRoute] as const;

export const importsMenu: MenuItem = { to: '/gegevens', label: 'imports.title', verb: 'list_imports', order: 50 };
