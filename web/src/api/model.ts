import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, unwrap } from './client';
import { useMay } from './session';
import type { Schema } from './types';

type Reference = Pick<Schema['ModelVerwijzing'], 'naam' | 'hash'>;

const versionQuery = ({ naam, hash }: Reference) =>
  queryOptions({
    queryKey: ['model', hash],
    queryFn: () =>
      unwrap(
        api.GET('/modellen/{modelNaam}/versies/{modelHash}', {
          params: { path: { modelNaam: naam, modelHash: hash } },
        }),
      ),
    // A version never changes.
    staleTime: Infinity,
  });

/** A version of the model, as soon as it is known which one. */
export function useModelVersion(model: Reference | undefined) {
  const allowed = useMay('view_model');
  return useQuery({ ...versionQuery(model ?? { naam: '', hash: '' }), enabled: allowed && model !== undefined });
}

/** The model that is in force, which knows the type, choices and sources of a fact. */
export function useCurrentModel(wanted = true) {
  const allowed = useMay('view_model');
  return useQuery({
    queryKey: ['model', 'huidig'],
    queryFn: async ({ client }) => {
      const [model] = (await unwrap(api.GET('/modellen'))).modellen;
      return model ? client.fetchQuery(versionQuery(model.huidig)) : null;
    },
    staleTime: Infinity,
    enabled: allowed && wanted,
  });
}
