// Every feature registers its pages and its items of the main menu here, one line each.
import type { MenuItem } from '../app/root';
import { componentGalleryRoute } from './component-gallery/routes';
import { correctionRoutes, correctionsMenu } from './corrections/routes';
import { dossierRoute } from './dossier/routes';
import { startRoute } from './start/routes';
import { urgencyListMenu, urgencyListRoute } from './urgency-list/routes';

export const routes = [startRoute, urgencyListRoute, dossierRoute, ...correctionRoutes, componentGalleryRoute] as const;

export const menu: MenuItem[] = [urgencyListMenu, correctionsMenu];
