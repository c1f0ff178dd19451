import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { useCurrentModel } from '../../api/model';
import { useMay } from '../../api/session';
import type { Schema } from '../../api/types';
import type { Measured, Named } from '../../ui/fact/fact-words';

type Fact = Schema['Feit'];

/** What a form and a summary need to know of a fact. */
export type Definition = Named & Measured & Pick<Schema['Feitdefinitie'], 'feit' | 'opties' | 'bronnen'>;

/** The model knows options and sources, and a row the English of question and unit. Whoever does not read the model has the row alone. */
export function definitionOf(
  known: Schema['Feitdefinitie'] | undefined,
  row: Fact | undefined,
): Definition | undefined {
  if (!row) return known;
  const { vraag, vraagEngels, labelEngels, eenheidEngels } = row;
  if (known) return { ...known, vraag: vraag ?? known.vraag, vraagEngels, eenheidEngels };
  const { feit, type, label, eenheid, bron } = row;
  const words = { label, labelEngels, vraag, vraagEngels, eenheid, eenheidEngels };
  return { feit, type, ...words, opties: [], bronnen: [bron.naam] };
}

/** The rows of one fact of a provider, also those that were replaced. */
export function useRows(providerId: number, fact: string, enabled = true) {
  return useQuery({
    queryKey: ['aanbieder', providerId, 'feiten', 'een', fact],
    queryFn: async () => {
      const query = { feit: fact, geschiedenis: true };
      const params = { path: { aanbiederId: providerId }, query };
      return (await unwrap(api.GET('/aanbieders/{aanbiederId}/feiten', { params }))).feiten;
    },
    enabled: useMay('view_facts') && enabled,
  });
}

/** What a correction is about, as soon as it is known. */
export function useDefinition({ aanbieder, feit, feitId }: Pick<Schema['Correctie'], 'aanbieder' | 'feit' | 'feitId'>) {
  const model = useCurrentModel();
  const rows = useRows(aanbieder.id, feit);
  const row = rows.data?.find((each) => each.id === feitId) ?? rows.data?.[0];
  return definitionOf(
    model.data?.feiten.find((each) => each.feit === feit),
    row,
  );
}
