import type { Schema } from '../../api/types';

export type Definition = Pick<
  Schema['Feitdefinitie'],
  'feit' | 'type' | 'label' | 'labelEngels' | 'eenheid' | 'opties' | 'bronnen'
>;

/** A provider does not read the model; of its own facts the row itself says enough to dispute it. */
export function definitionFrom({ feit, type, label, eenheid, bron }: Schema['Feit']): Definition {
  return { feit, type, label, labelEngels: null, eenheid, opties: [], bronnen: [bron.naam] };
}
