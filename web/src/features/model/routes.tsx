import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute, type MenuItem } from '../../app/root';
import { textIn, type Search } from '../../app/search';

export interface ModelSearch {
  zoek?: string;
  categorie?: string;
}

const modelsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/model',
  staticData: { verb: 'view_model' },
  component: lazyRouteComponent(() => import('./ModelsPage'), 'ModelsPage'),
});

const modelVersionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/model/$name/$hash',
  validateSearch: (search: Search): ModelSearch => ({
    zoek: textIn(search, 'zoek'),
    categorie: textIn(search, 'categorie'),
  }),
  staticData: { verb: 'view_model' },
  component: lazyRouteComponent(() => import('./ModelVersionPage'), 'ModelVersionPage'),
});

export const modelRoutes = [modelsRoute, modelVersionRoute] as const;

export const modelMenu: MenuItem = { to: '/model', label: 'model.title', verb: 'view_model', order: 60 };
