import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { Schema } from '../../api/types';

/** The titles of the questions of a model version; a key where it does not know the question. */
export function useIndicatorTitles(model: Schema['ModelVerwijzing'] | undefined) {
  const { data } = useQuery({
    queryKey: ['modelversie', model?.naam, model?.hash],
    queryFn: () =>
      unwrap(
        api.GET('/modellen/{modelNaam}/versies/{modelHash}', {
          params: { path: { modelNaam: model?.naam ?? '', modelHash: model?.hash ?? '' } },
        }),
      ),
    enabled: model !== undefined,
    staleTime: Infinity,
  });
  return (key: string) => data?.indicatoren.find((each) => each.indicator === key)?.titel ?? key;
}
