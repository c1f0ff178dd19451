import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { LanguageProvider } from '../locales/Language';
import { sessionQuery } from '../api/session';
import { queries, router } from './router';

// Every page needs it, so it is asked before there is a page.
void queries.prefetchQuery(sessionQuery);

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        <RouterProvider router={router} />
      </LanguageProvider>
    </QueryClientProvider>
  );
}
