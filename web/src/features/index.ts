// Every feature registers its pages and its items of the main menu here, one line each.
import type { MenuItem } from '../app/root';
import { componentGalleryRoute } from './component-gallery/routes';
import { distributionMenu, distributionRoute } from './distribution/routes';
import { screeningRoutes, screeningsMenu } from './screenings/routes';
import { startRoute } from './start/routes';

export const routes = [startRoute, componentGalleryRoute, distributionRoute, ...screeningRoutes] as const;

export const menu: MenuItem[] = [distributionMenu, screeningsMenu];
