import type { Schema } from '../../api/types';
import { oneOf, textIn, type Search } from '../../app/search';

export const statuses = ['open', 'overgenomen', 'afgewezen'] as const satisfies Schema['Correctiestatus'][];

const number = (text: string | undefined) => (text && /^[1-9]\d*$/.test(text) ? text : undefined);

export interface ListSearch {
  /** Without one the open corrections. */
  status?: (typeof statuses)[number];
  aanbieder?: string;
}

export function readListSearch(search: Search): ListSearch {
  return { status: oneOf(search, 'status', statuses), aanbieder: number(textIn(search, 'aanbieder')) };
}

export interface ProposalSearch {
  feit?: string;
  periode?: string;
  /** The row that is not right; absent when there was no value yet. */
  rij?: string;
}

export function readProposalSearch(search: Search): ProposalSearch {
  return { feit: textIn(search, 'feit'), periode: textIn(search, 'periode'), rij: number(textIn(search, 'rij')) };
}
