import { useQueries } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { useCurrentModel } from '../../api/model';
import { useMay } from '../../api/session';
import type { Words } from '../../locales/words';
import { useFactName } from '../../ui/fact/fact-words';
import type { Correction } from './queries';

/** What the facts of corrections are called. A provider does not read the model, and has the rows of its own facts instead. */
export function useFactNames(corrections: Correction[]): (correction: Correction) => Words {
  const factName = useFactName();
  const model = useCurrentModel();
  const readsModel = useMay('view_model');
  const providers = readsModel ? [] : [...new Set(corrections.map(({ aanbieder }) => aanbieder.id))];
  const rows = useQueries({
    queries: providers.map((id) => ({
      queryKey: ['aanbieder', id, 'feiten', 'namen'],
      queryFn: async () =>
        (await unwrap(api.GET('/aanbieders/{aanbiederId}/feiten', { params: { path: { aanbiederId: id } } }))).feiten,
    })),
    combine: (results) => results.flatMap((result) => result.data ?? []),
  });
  return ({ feit, label }) => {
    const known = [...(model.data?.feiten ?? []), ...rows].find((each) => each.feit === feit);
    return known ? factName(known) : { text: label, lang: 'nl' };
  };
}
