import { textIn, type Search } from '../../app/search';
import type { AsOf } from './as-of';

export interface DossierSearch extends AsOf {
  /** The screening whose explanation is shown; without one the last. */
  screening?: string;
  /** The fact whose history is shown. */
  feit?: string;
}

const matching = (text: string | undefined, form: RegExp) => (text && form.test(text) ? text : undefined);

export function readSearch(search: Search): DossierSearch {
  const recorded = textIn(search, 'geregistreerdOp');
  return {
    bekendOp: matching(textIn(search, 'bekendOp'), /^\d{4}-\d{2}-\d{2}$/),
    geregistreerdOp: recorded && !Number.isNaN(Date.parse(recorded)) ? recorded : undefined,
    screening: matching(textIn(search, 'screening'), /^[1-9]\d*$/),
    feit: matching(textIn(search, 'feit'), /^[a-z0-9_]+$/),
  };
}

/** What every page of a dossier keeps in its address. */
export const asOfIn = ({ bekendOp, geregistreerdOp }: DossierSearch): AsOf => ({ bekendOp, geregistreerdOp });
