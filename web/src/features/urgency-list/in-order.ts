import { compareText } from '../../locales/collate';
import type { UrgencySearch } from './search';
import { sortValues } from './sort-values';
import type { ProviderRow } from './use-urgency-list';

/** The rows as the table shows them, for a file. */
export function inOrder(rows: ProviderRow[], { sorteer = 'urgentie', richting = 'op' }: UrgencySearch): ProviderRow[] {
  const valueOf = sortValues[sorteer];
  const sign = richting === 'af' ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [valueOf(a), valueOf(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    if (typeof left === 'string' && typeof right === 'string') return sign * compareText(left, right);
    return sign * (Number(left) - Number(right));
  });
}
