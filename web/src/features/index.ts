// Every feature registers its pages and its items of the main menu here, one line each.
import type { MenuItem } from '../app/root';
import { componentGalleryRoute } from './component-gallery/routes';
import { importsMenu, importsRoutes } from './imports/routes';
import { startRoute } from './start/routes';
import { urgencyListMenu, urgencyListRoute } from './urgency-list/routes';

export const routes = [startRoute, urgencyListRoute, ...importsRoutes, componentGalleryRoute] as const;

export const menu: MenuItem[] = [urgencyListMenu, importsMenu];
