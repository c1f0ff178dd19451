import { scalePoint } from 'd3-scale';
import { linkHorizontal } from 'd3-shape';
import { useText } from '../../../locales/Language';
import { othersIn, type Shared } from './shared';
import { inLines } from './in-lines';

interface Props {
  width: number;
  name: string;
  shared: Shared[];
  label: string;
}

type Point = [number, number];

const rowHeight = 104;
const shapes = { persoon: '●', organisatie: '◆', adres: '⌂' };
const curve = linkHorizontal<{ source: Point; target: Point }, Point>();
const line = (source: Point, target: Point) => curve({ source, target }) ?? '';

/** Three columns that always fall the same way, so that two readers see the same picture. */
export function NetworkDrawing({ width, name, shared, label }: Props) {
  const t = useText();
  const others = othersIn(shared);
  const height = Math.max(shared.length, others.length, 2) * rowHeight;
  const column = width / 3;
  const x = { own: column / 2, shared: column * 1.5, other: column * 2.5 };
  const atShared = scalePoint(
    shared.map((each) => each.id),
    [0, height],
  ).padding(0.5);
  const atOther = scalePoint(
    others.map((each) => String(each.id)),
    [0, height],
  ).padding(0.5);
  const own: Point = [x.own, height / 2 - 26];
  const sharedPoint = (id: string): Point => [x.shared, (atShared(id) ?? 0) - 26];
  const otherPoint = (id: number): Point => [x.other, (atOther(String(id)) ?? 0) - 26];

  return (
    <svg width={width} height={height} role="img" aria-label={label}>
      {shared.map((each) => (
        <g key={each.id} className="network__links" data-kind={each.kind}>
          <path d={line(own, sharedPoint(each.id))} />
          {each.others.map((other) => (
            <path key={other.id} d={line(sharedPoint(each.id), otherPoint(other.id))} />
          ))}
        </g>
      ))}
      <Node at={own} text={name} width={column} own />
      {shared.map((each) => (
        <Node
          key={each.id}
          at={sharedPoint(each.id)}
          text={each.name ?? t('dossier.hidden')}
          width={column}
          mark={shapes[each.kind]}
        />
      ))}
      {others.map((other) => (
        <Node key={other.id} at={otherPoint(other.id)} text={other.naam} width={column} />
      ))}
    </svg>
  );
}

interface NodeProps {
  at: Point;
  text: string;
  width: number;
  mark?: string;
  own?: boolean;
}

function Node({ at: [x, y], text, width, mark, own = false }: NodeProps) {
  return (
    <g transform={`translate(${x} ${y})`} className="network__node" data-own={own}>
      {mark ? <circle r="13" /> : <rect x="-20" y="-13" width="40" height="26" rx="5" />}
      {mark && (
        <text className="network__mark" y="5">
          {mark}
        </text>
      )}
      {inLines(text, Math.floor(width / 8)).map((words, place) => (
        <text key={words} y={29 + place * 16}>
          {words}
        </text>
      ))}
    </g>
  );
}
