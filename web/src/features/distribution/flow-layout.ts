import { sankey, type SankeyLink, type SankeyNode } from 'd3-sankey';
import type { Schema } from '../../api/types';
import { finestGroups } from '../../ui/group-bars/groups';
import { inOrder } from './flows';

interface Place {
  id: string;
  group: Schema['Groep'];
  side: 'first' | 'second';
}
interface Count {
  changed: boolean;
}
export type PlacedGroup = SankeyNode<Place, Count>;
export type PlacedFlow = SankeyLink<Place, Count>;

interface Frame {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Where each group and each flow stands. Groups keep the order of urgency on both sides, so that pictures of different days compare. */
export function layOut(flows: Schema['Stroom'][], { left, right, top, bottom }: Frame) {
  const placesOn = (side: Place['side'], used: (group: Schema['Groep']) => boolean): Place[] =>
    finestGroups.filter(used).map((group) => ({ id: `${side}-${group}`, group, side }));
  return sankey<Place, Count>()
    .nodeId((node) => node.id)
    .nodeWidth(14)
    .nodePadding(32)
    .nodeSort(null)
    .linkSort(null)
    .extent([
      [left, top],
      [right, bottom],
    ])({
    nodes: [
      ...placesOn('first', (group) => flows.some((flow) => flow.van === group)),
      ...placesOn('second', (group) => flows.some((flow) => flow.naar === group)),
    ],
    links: inOrder(flows).map(({ van, naar, aantal }) => ({
      source: `first-${van}`,
      target: `second-${naar}`,
      value: aantal,
      changed: van !== naar,
    })),
  });
}
