import { useId } from 'react';
import type { Schema } from '../../../api/types';
import { useFormat } from '../../../locales/format';
import { useText } from '../../../locales/Language';
import { SignalShape } from '../../../ui/signal-badge/SignalShape';
import '../../../ui/signal-badge/signal-badge.css';
import { layOut, type Band } from './score-layout';
import './score.css';

interface Props {
  width: number;
  /** The oldest first. */
  assessments: Schema['Beoordelingskop'][];
  /** Absent where the reader does not see the model, or where it changed in between. */
  limits: Schema['Grenzen'] | undefined;
  title: string;
  sentence: string;
}

const shapeSize = 22;

/** The score at each screening as steps, from what is certain to what is possible, over the colours where they begin. */
export function ScoreDrawing({ width, assessments, limits, title, sentence }: Props) {
  const id = useId();
  const { height, floor, columns, bands, lowest, highest } = layOut(assessments, limits, width);
  return (
    <svg
      className="score"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{sentence}</desc>
      {bands.map((band) => (
        <BandRow key={band.group} band={band} width={width} />
      ))}
      <line className="score__floor" x1="0" x2={width} y1={floor} y2={floor} />
      <path className="score__steps score__steps--possible" d={highest} />
      <path className="score__steps" d={lowest} />
      {columns.map((column) => (
        <Column key={column.assessment.screening} column={column} floor={floor} />
      ))}
    </svg>
  );
}

function BandRow({ band: { group, from, top, bottom }, width }: { band: Band; width: number }) {
  const t = useText();
  const word = t(group.endsWith('rood') ? `sub-category.${group}` : `colour.${group}`);
  return (
    <g>
      <rect className="score__band" data-band={group} y={top} width={width} height={bottom - top} />
      {from > 0 && <line className="score__limit" x1="0" x2={width} y1={bottom} y2={bottom} />}
      <text className="score__limit-word" x="4" y={bottom - 4}>
        {t('dossier.score.from', { from, colour: word.toLowerCase() })}
      </text>
    </g>
  );
}

function Column({ column, floor }: { column: ReturnType<typeof layOut>['columns'][number]; floor: number }) {
  const format = useFormat();
  const { assessment, x, lowest, highest, isNamed } = column;
  const { kleur, laagste, hoogste, peildatum } = assessment;
  const isRange = laagste !== hoogste;
  const [year = '', ...day] = format.shortDate(peildatum).split(' ').toReversed();
  return (
    <g transform={`translate(${x} 0)`}>
      {isRange && <rect className="score__range" x="-7" y={highest} width="14" height={lowest - highest} />}
      <g transform={`translate(${-shapeSize / 2} ${lowest - shapeSize / 2})`}>
        <SignalShape colour={kleur} size={shapeSize} />
      </g>
      {isNamed && (
        <>
          <text className="score__points" x="10" y={Math.min(highest, lowest - shapeSize / 2) - 5}>
            {isRange ? `${laagste}–${hoogste}` : laagste}
          </text>
          <text className="score__day" y={floor + 26}>
            {day.toReversed().join(' ')}
          </text>
          <text className="score__day" y={floor + 42}>
            {year}
          </text>
        </>
      )}
    </g>
  );
}
