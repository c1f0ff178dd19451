// Every feature registers its pages and its items of the main menu here, one line each.
import type { MenuItem } from '../app/root';
import { accountsMenu, accountsRoutes } from './accounts/routes';
import { auditLogMenu, auditLogRoute } from './audit-log/routes';
import { componentGalleryRoute } from './component-gallery/routes';
import { helpMenu, helpRoutes } from './help/routes';
import { importsMenu, importsRoutes } from './imports/routes';
import { modelMenu, modelRoutes } from './model/routes';
import { ownAccountRoute } from './own-account/routes';
import { setupListMenu, setupListRoute } from './setup-list/routes';
import { startRoute } from './start/routes';
import { urgencyListMenu, urgencyListRoute } from './urgency-list/routes';

export const routes = [
  startRoute,
  urgencyListRoute,
  ...accountsRoutes,
  auditLogRoute,
  ...helpRoutes,
  ...importsRoutes,
  ...modelRoutes,
  ownAccountRoute,
  setupListRoute,
  componentGalleryRoute,
] as const;

export const menu: MenuItem[] = [
  urgencyListMenu,
  importsMenu,
  modelMenu,
  setupListMenu,
  accountsMenu,
  auditLogMenu,
  helpMenu,
];
