// Every feature registers its pages and its items of the main menu here, one line each.
import type { MenuItem } from '../app/root';
import { accountsMenu, accountsRoutes } from './accounts/routes';
import { auditLogMenu, auditLogRoute } from './audit-log/routes';
import { componentGalleryRoute } from './component-gallery/routes';
import { correctionRoutes, correctionsMenu } from './corrections/routes';
import { distributionMenu, distributionRoute } from './distribution/routes';
import { dossierRoute } from './dossier/routes';
import { helpMenu, helpRoutes } from './help/routes';
import { importsMenu, importsRoutes } from './imports/routes';
import { modelMenu, modelRoutes } from './model/routes';
import { myWorkMenu, myWorkRoute, startRoute } from './my-work/routes';
import { ownAccountRoute } from './own-account/routes';
import { screeningRoutes, screeningsMenu } from './screenings/routes';
import { setupListMenu, setupListRoute } from './setup-list/routes';
import { urgencyListMenu, urgencyListRoute } from './urgency-list/routes';

export const routes = [
  startRoute,
  myWorkRoute,
  urgencyListRoute,
  dossierRoute,
  ...correctionRoutes,
  distributionRoute,
  ...screeningRoutes,
  ...importsRoutes,
  ...modelRoutes,
  setupListRoute,
  ...accountsRoutes,
  ownAccountRoute,
  auditLogRoute,
  ...helpRoutes,
  componentGalleryRoute,
] as const;

export const menu: MenuItem[] = [
  myWorkMenu,
  urgencyListMenu,
  correctionsMenu,
  distributionMenu,
  screeningsMenu,
  importsMenu,
  modelMenu,
  setupListMenu,
  accountsMenu,
  auditLogMenu,
  helpMenu,
];
