import type { Schema } from '../../../api/types';
import type { Reason } from './waterfall';

/** The part of the rule to show first: what made it a hit, what is unknown, or else the first step. */
export function decidingPart(reason: Reason): Schema['Beslissend'] | undefined {
  const wanted = reason.uitkomst === 'treffer' ? 'waar' : reason.uitkomst === 'onbekend' ? 'onbekend' : undefined;
  const fitting = reason.beslissend.filter((part) => part.uitkomst === wanted);
  return fitting.find((part) => part.grens !== undefined) ?? fitting[0] ?? reason.beslissend[0];
}
