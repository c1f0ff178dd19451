import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Delivery } from './use-delivery';

/** A form that is not filled in yet has no kind and no file. */
export type Filled = Omit<Delivery, 'soort' | 'bestand'> & { soort: Delivery['soort'] | ''; bestand: File | null };

const keptKey = ['levering'];

/** What stands in the form, for whoever leaves it to make a mapping and comes back. Signing out empties it with the cache. */
export function useKeptDelivery() {
  const queries = useQueryClient();
  return useMemo(() => {
    // Making a mapping may take longer than the cache keeps what nothing shows.
    queries.setQueryDefaults(keptKey, { gcTime: Infinity });
    return {
      read: () => queries.getQueryData<Filled>(keptKey),
      keep: (filled: Filled) => queries.setQueryData(keptKey, filled),
      forget: () => queries.removeQueries({ queryKey: keptKey }),
    };
  }, [queries]);
}
