import { scaleLinear } from 'd3-scale';
import { useId } from 'react';
import { useText } from '../../locales/Language';
import { letterOnPage, roomFor } from '../chart-figure/room';
import { SignalShape } from '../signal-badge/SignalShape';
import '../signal-badge/signal-badge.css';
import { colourOf, groupLabel, type Group } from './groups';
import './group-bars.css';

export interface Bar {
  count: number;
  /** What stands behind the bar; it begins with the number. */
  text: string;
  /** Hatched is the first of two moments, solid the second. */
  hatched: boolean;
}

export interface BarRow {
  group: Group;
  bars: Bar[];
}

interface Props {
  width: number;
  rows: BarRow[];
  /** The length that fills the width, so that pictures beside each other compare. */
  most: number;
  /** The message of the picture, for whoever does not see it. */
  label: string;
  /** The room for one letter. */
  letter?: number;
}

const thickness = 20;
const between = 4;
/** The shape stands before the word. */
const shapeWidth = 25;
/** Below this the label stands above its bars, so that the bars keep some length. */
const narrow = 440;

/** Bars per colour or sub-category, with shape and word; hatched or solid, so that paper without colour still tells them apart. */
export function GroupBars({ width, rows, most, label, letter = letterOnPage }: Props) {
  const t = useText();
  const id = useId();
  const labels = rows.map(({ group }) => groupLabel(group, t));
  const texts = rows.flatMap(({ bars }) => bars.map(({ text }) => text));
  const textWidth = roomFor(texts, letter) + 8;
  const stacked = width < narrow;
  const left = stacked ? 0 : shapeWidth + roomFor(labels, letter) + 8;
  const above = stacked ? 24 : 0;
  const x = scaleLinear([0, Math.max(most, 1)], [0, Math.max(width - left - textWidth, 40)]);
  const heights = rows.map((row) => above + row.bars.length * (thickness + between) + 14);
  const height = heights.reduce((sum, each) => sum + each, 0);
  const tops = heights.map((_, place) => heights.slice(0, place).reduce((sum, each) => sum + each, 0));

  return (
    <svg
      className="group-bars"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      {rows.map((row, place) => (
        <g key={row.group} data-group={row.group} transform={`translate(0 ${tops[place]})`}>
          <Hatching id={`${id}-${row.group}`} />
          <RowLabel group={row.group} middle={stacked ? 10 : (row.bars.length * (thickness + between)) / 2 - 2} />
          <g transform={`translate(${left} ${above})`}>
            {row.bars.map((bar, nth) => (
              <OneBar
                key={String(bar.hatched)}
                bar={bar}
                length={x(bar.count)}
                top={nth * (thickness + between)}
                pattern={`${id}-${row.group}`}
              />
            ))}
          </g>
        </g>
      ))}
    </svg>
  );
}

function Hatching({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill="#fff" />
        <rect width="2.5" height="6" fill="var(--group-line)" />
      </pattern>
    </defs>
  );
}

function RowLabel({ group, middle }: { group: Group; middle: number }) {
  const t = useText();
  return (
    <g transform={`translate(0 ${middle})`}>
      <g transform="translate(0 -9)">
        <SignalShape colour={colourOf(group)} size={18} />
      </g>
      <text className="group-bars__label" x={shapeWidth} y="5">
        {groupLabel(group, t)}
      </text>
    </g>
  );
}

function OneBar({ bar, length, top, pattern }: { bar: Bar; length: number; top: number; pattern: string }) {
  return (
    <g transform={`translate(0 ${top})`}>
      <rect
        className="group-bars__bar"
        x="0.5"
        y="0.5"
        width={Math.max(length - 1, 0.5)}
        height={thickness - 1}
        fill={bar.hatched ? `url(#${pattern})` : 'var(--group-fill)'}
        stroke="var(--group-line)"
      />
      <text className={bar.hatched ? undefined : 'group-bars__now'} x={length + 6} y="15">
        {bar.text}
      </text>
    </g>
  );
}
