import type { Schema } from '../../api/types';
import { finestGroups } from '../../ui/group-bars/groups';

type Flow = Schema['Stroom'];

export interface FlowSummary {
  both: number;
  same: number;
  heavier: number;
  lighter: number;
  /** To or from too little data: neither heavier nor lighter. */
  unknown: number;
}

const rank = (group: Schema['Groep']) => finestGroups.indexOf(group);

function directionOf({ van, naar }: Flow): keyof Omit<FlowSummary, 'both'> {
  if (van === naar) return 'same';
  if (van === 'grijs' || naar === 'grijs') return 'unknown';
  return rank(naar) < rank(van) ? 'heavier' : 'lighter';
}

/** How many kept their group, and where the others went. */
export function summarise(flows: Flow[]): FlowSummary {
  const summary: FlowSummary = { both: 0, same: 0, heavier: 0, lighter: 0, unknown: 0 };
  for (const flow of flows) {
    summary.both += flow.aantal;
    summary[directionOf(flow)] += flow.aantal;
  }
  return summary;
}

/** From most urgent to least, first by where they came from. */
export function inOrder(flows: Flow[]): Flow[] {
  return flows.toSorted((a, b) => rank(a.van) - rank(b.van) || rank(a.naar) - rank(b.naar));
}

export function countOf(counts: Schema['Groepsaantal'][], group: Schema['Groep']): number {
  return counts.find((each) => each.groep === group)?.aantal ?? 0;
}
