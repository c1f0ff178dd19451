import { scaleLinear, scalePoint } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import type { Schema } from '../../../api/types';

type Assessment = Pick<Schema['Beoordelingskop'], 'screening' | 'peildatum' | 'kleur' | 'laagste' | 'hoogste'>;
type Limits = Schema['Grenzen'];

export interface Band {
  group: 'groen' | 'oranje' | 'lichtrood' | 'middenrood' | 'donkerrood';
  /** Where it begins, in points. */
  from: number;
  top: number;
  bottom: number;
}

const margin = { left: 104, right: 52, top: 30, bottom: 46 };
const pointHeight = 15;
/** A day takes about so much room under its column. */
const dayWidth = 58;

/** Where everything of the drawing stands: the oldest screening on the left, the fewest points below. */
export function layOut(assessments: Assessment[], limits: Limits | undefined, width: number) {
  const most = Math.max(...assessments.map(({ hoogste }) => hoogste), (limits?.donkerrood ?? 0) + 1);
  const height = margin.top + most * pointHeight + margin.bottom;
  const y = scaleLinear([0, most], [height - margin.bottom, margin.top]);
  const x = scalePoint(
    assessments.map(({ screening }) => String(screening)),
    [limits ? margin.left : margin.top, width - margin.right],
  ).padding(0.4);
  const every = Math.ceil(dayWidth / Math.max(x.step(), 1));
  const columns = assessments.map((assessment, place) => ({
    assessment,
    x: x(String(assessment.screening)) ?? 0,
    lowest: y(assessment.laagste),
    highest: y(assessment.hoogste),
    // The last one is always named, and then every so many before it.
    isNamed: (assessments.length - 1 - place) % every === 0,
  }));
  const path = (end: 'lowest' | 'highest') =>
    line<(typeof columns)[number]>()
      .x((column) => column.x)
      .y((column) => column[end])
      .curve(curveStepAfter)(columns) ?? '';
  return {
    height,
    floor: y(0),
    columns,
    bands: bandsOf(limits, y, most),
    lowest: path('lowest'),
    highest: path('highest'),
  };
}

function bandsOf(limits: Limits | undefined, y: (points: number) => number, most: number): Band[] {
  if (!limits) return [];
  const starts: [Band['group'], number][] = [
    ['groen', 0],
    ['oranje', limits.oranje],
    ['lichtrood', limits.lichtrood],
    ['middenrood', limits.middenrood],
    ['donkerrood', limits.donkerrood],
  ];
  return starts.map(([group, from], place) => ({
    group,
    from,
    top: y(starts[place + 1]?.[1] ?? most) - (place === starts.length - 1 ? margin.top / 2 : 0),
    bottom: y(from),
  }));
}
