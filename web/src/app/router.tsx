import { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { isProblem } from '../api/problem';
import { routes } from '../features';
import { PageFault } from './PageFault';
import { NotFound } from './NotFound';
import { rootRoute } from './root';
import { parseSearch, stringifySearch } from './search';

const worthTrying = (error: unknown) => isProblem(error) && (error.status === 0 || error.status === 503);

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 2 && worthTrying(error),
    },
  },
});

export const router = createRouter({
  routeTree: rootRoute.addChildren(routes),
  context: { queries },
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultPreload: false,
  defaultErrorComponent: PageFault,
  defaultNotFoundComponent: NotFound,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
