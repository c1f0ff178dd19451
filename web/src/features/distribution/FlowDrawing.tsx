import { sankeyLinkHorizontal } from 'd3-sankey';
import type { Schema } from '../../api/types';
import { useText } from '../../locales/Language';
import { roomFor } from '../../ui/chart-figure/room';
import '../../ui/group-bars/group-bars.css';
import { finestGroups, groupLabel } from '../../ui/group-bars/groups';
import { layOut, type PlacedFlow, type PlacedGroup } from './flow-layout';

interface Props {
  width: number;
  flows: Schema['Stroom'][];
  first: string;
  second: string;
  label: string;
  /** The room for one letter. */
  letter: number;
}

const height = 640;
const narrow = 560;
/** A number fits in a flow of this thickness; all numbers are in the table. */
const roomForNumber = 13;
const pathOf = sankeyLinkHorizontal<object, object>();

/** The flow between two moments, drawn at the width that there is. */
export function FlowDrawing({ width, flows, first, second, label, letter }: Props) {
  const t = useText();
  const isNarrow = width < narrow;
  const names = finestGroups.map((group) => groupLabel(group, t));
  const margin = roomFor(isNarrow ? names.flatMap(wrapped) : names, letter) + 8;
  const { nodes, links } = layOut(flows, { left: margin, right: width - margin, top: 34, bottom: height - 24 });
  return (
    <svg
      className="flow"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      <text className="flow__day" x={margin + 14} y="16" textAnchor="end">
        {first}
      </text>
      <text className="flow__day" x={width - margin - 14} y="16">
        {second}
      </text>
      {links.map((link) => (
        <FlowBand key={`${idOf(link.source)} ${idOf(link.target)}`} link={link} />
      ))}
      {nodes.map((node) => (
        <GroupMark key={node.id} node={node} isNarrow={isNarrow} />
      ))}
    </svg>
  );
}

// After the layout both ends of a link are nodes.
const nodeAt = (end: PlacedFlow['source']) => end as PlacedGroup;
const idOf = (end: PlacedFlow['source']) => nodeAt(end).id;

function FlowBand({ link }: { link: PlacedFlow }) {
  const source = nodeAt(link.source);
  const thickness = link.width ?? 0;
  return (
    <g data-group={source.group}>
      <path
        className="flow__band"
        d={pathOf(link) ?? ''}
        fill="none"
        stroke="var(--group-line)"
        strokeOpacity={link.changed ? 0.45 : 0.2}
        strokeWidth={Math.max(thickness, 1)}
      />
      {thickness >= roomForNumber && (
        <text x={(source.x1 ?? 0) + 8} y={(link.y0 ?? 0) + 5} fontWeight={link.changed ? 600 : 400}>
          {link.value}
        </text>
      )}
    </g>
  );
}

function GroupMark({ node, isNarrow }: { node: PlacedGroup; isNarrow: boolean }) {
  const t = useText();
  const { x0 = 0, x1 = 0, y0 = 0, y1 = 0 } = node;
  const name = groupLabel(node.group, t);
  const lines = isNarrow ? wrapped(name) : [name];
  const isFirst = node.side === 'first';
  const middle = (y0 + y1) / 2 - lines.length * 8 + 5;
  return (
    <g data-group={node.group}>
      <rect
        className="group-bars__bar"
        x={x0}
        y={y0}
        width={x1 - x0}
        height={Math.max(y1 - y0, 2)}
        fill="var(--group-fill)"
        stroke="var(--group-line)"
      />
      <text textAnchor={isFirst ? 'end' : 'start'}>
        {[...lines, String(node.value ?? 0)].map((line, place) => (
          <tspan
            key={line}
            x={isFirst ? x0 - 6 : x1 + 6}
            y={middle + place * 17}
            fontWeight={place < lines.length ? 600 : 400}
          >
            {line}
          </tspan>
        ))}
      </text>
    </g>
  );
}

/** In two lines of about the same length. */
function wrapped(name: string): string[] {
  const words = name.split(' ');
  if (words.length < 2) return [name];
  const last = words.at(-1) ?? '';
  return [words.slice(0, -1).join(' '), last];
}
