import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root';

export const componentGalleryRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ontwikkeling/onderdelen',
  component: lazyRouteComponent(() => import('./ComponentGalleryPage'), 'ComponentGalleryPage'),
});
