import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute, type MenuItem } from '../../app/root';
import { readSearch } from './search';

export const auditLogRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/logboek',
  validateSearch: readSearch,
  staticData: { verb: 'view_audit' },
  component: lazyRouteComponent(() => import('./AuditLogPage'), 'AuditLogPage'),
});

export const auditLogMenu: MenuItem = { to: '/logboek', label: 'audit-log.title', verb: 'view_audit', order: 50 };
