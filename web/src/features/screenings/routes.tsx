import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute, type MenuItem } from '../../app/root';
import { readSearch } from './comparison';

const screeningsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/screenings',
  staticData: { verb: 'list_screenings' },
  component: lazyRouteComponent(() => import('./ScreeningsPage'), 'ScreeningsPage'),
});

const newScreeningRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/screenings/nieuw',
  staticData: { verb: 'run_screening' },
  component: lazyRouteComponent(() => import('./NewScreeningPage'), 'NewScreeningPage'),
});

const jobRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/screenings/taken/$taakId',
  staticData: { verb: 'view_jobs' },
  component: lazyRouteComponent(() => import('./JobPage'), 'JobPage'),
});

const screeningRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/screenings/$screeningId',
  staticData: { verb: 'view_screening' },
  component: lazyRouteComponent(() => import('./ScreeningPage'), 'ScreeningPage'),
});

const comparisonRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/screenings/$screeningId/vergelijking',
  validateSearch: readSearch,
  staticData: { verb: 'compare_screenings' },
  component: lazyRouteComponent(() => import('./ComparisonPage'), 'ComparisonPage'),
});

export const screeningRoutes = [screeningsRoute, newScreeningRoute, jobRoute, screeningRoute, comparisonRoute] as const;

export const screeningsMenu: MenuItem = {
  to: '/screenings',
  label: 'screenings.title',
  verb: 'list_screenings',
  order: 40,
};
