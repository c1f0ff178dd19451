// Every feature registers its pages and its items of the main menu here, one line each.
import type { MenuItem } from '../app/root';
import { componentGalleryRoute } from './component-gallery/routes';
import { importsMenu, importsRoutes } from './imports/routes';
import { modelMenu, modelRoutes } from './model/routes';
import { setupListMenu, setupListRoute } from './setup-list/routes';
import { accountsMenu, accountsRoutes } from './accounts/routes';
import { startRoute } from './start/routes';
import { urgencyListMenu, urgencyListRoute } from './urgency-list/routes';

export const routes = [
  startRoute,
  urgencyListRoute,
  ...accountsRoutes,
  ...importsRoutes,
  ...modelRoutes,
  setupListRoute,
  componentGalleryRoute,
] as const;

export const menu: MenuItem[] = [urgencyListMenu, importsMenu, modelMenu, setupListMenu, accountsMenu];
