import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { Schema } from '../../api/types';

export type Mapping = Schema['Koppeling'];

const mappingsKey = ['koppelingen'];

export function useMappings() {
  return useQuery({
    queryKey: mappingsKey,
    queryFn: async () => (await unwrap(api.GET('/koppelingen'))).koppelingen,
  });
}

export function useSaveMapping() {
  const queries = useQueryClient();
  /** The version is that of the mapping which is replaced; a new one has none. */
  return async (naam: string, kolommen: Schema['Kolom'][], version: string | null) => {
    await unwrap(
      api.PUT('/koppelingen/{koppelingNaam}', {
        params: { path: { koppelingNaam: naam }, header: version === null ? {} : { 'If-Match': version } },
        body: { kolommen },
      }),
    );
    await queries.invalidateQueries({ queryKey: mappingsKey });
  };
}
