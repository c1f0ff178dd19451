// Every feature registers its pages and its items of the main menu here, one line each.
import type { MenuItem } from '../app/root';
import { componentGalleryRoute } from './component-gallery/routes';
import { distributionMenu, distributionRoute } from './distribution/routes';
import { myWorkMenu, myWorkRoute, startRoute } from './my-work/routes';
import { screeningRoutes, screeningsMenu } from './screenings/routes';
import { urgencyListMenu, urgencyListRoute } from './urgency-list/routes';

export const routes = [
  startRoute,
  myWorkRoute,
  urgencyListRoute,
  distributionRoute,
  ...screeningRoutes,
  componentGalleryRoute,
] as const;

export const menu: MenuItem[] = [myWorkMenu, urgencyListMenu, distributionMenu, screeningsMenu];
