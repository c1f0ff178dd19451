import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { Schema } from '../../api/types';

export type Version = Schema['Modelversie'];
export type VersionHead = Schema['Modelversiekop'];
export type Indicator = Schema['Indicator'];
export type Category = Schema['Modelcategorie'];
export type Fact = Schema['Feitdefinitie'];

/** Every model with its versions, the newest first. */
export function useModels() {
  return useQuery({
    queryKey: ['modellen'],
    queryFn: async () => {
      const { modellen } = await unwrap(api.GET('/modellen'));
      return Promise.all(
        modellen.map(async ({ naam }) => {
          const path = { modelNaam: naam };
          const { versies } = await unwrap(api.GET('/modellen/{modelNaam}/versies', { params: { path } }));
          return { name: naam, versions: versies };
        }),
      );
    },
  });
}
