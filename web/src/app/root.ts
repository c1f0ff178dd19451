// The route above all pages. It stands apart so that features can hang under it without knowing each other.
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext } from '@tanstack/react-router';
import type { Verb } from '../api/types';
import { Shell } from './shell/Shell';

export const rootRoute = createRootRouteWithContext<{ queries: QueryClient }>()({ component: Shell });

export interface MenuItem {
  to: string;
  /** Key of the text. */
  label: string;
  /** Whoever may not do this does not see the item. */
  verb: Verb;
  /** Low comes first. */
  order: number;
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The right that the page asks; whoever lacks it reads why, and whom to ask. */
    verb?: Verb;
  }
}
