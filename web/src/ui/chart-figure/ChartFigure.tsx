import { useId, useRef, type ReactNode } from 'react';
import type { ScreeningReference } from '../../api/types';
import { useText } from '../../locales/Language';
import type { Cell } from '../download/csv';
import { Downloads } from './Downloads';
import { letterOnPage } from './room';
import { useWidth } from './use-width';
import './chart-figure.css';

export interface LegendItem {
  label: string;
  /** Fill of the sample: a colour, or `url(#…)` of a pattern in the drawing. */
  fill: string;
  pattern?: 'hatched' | 'solid' | 'dashed';
}

export interface ChartFigureProps {
  title: string;
  /** The message of the picture in a sentence. */
  sentence: string;
  /** How to read the drawing, where the legend does not say it. */
  hint?: string;
  /** First part of the names of downloaded files. */
  fileName: string;
  legend?: LegendItem[];
  /** The screenings whose colours are shown; a file names them, because no colour leaves without. */
  screenings?: ScreeningReference[];
  /** The same figures as the drawing; the first column names the row. */
  columns: string[];
  rows: Cell[][];
  /** Draws the svg at the width that there is, so that text keeps its size on a phone; `letter` is the room for one letter. */
  children: (width: number, letter: number) => ReactNode;
}

/** A chart with all that belongs to it: title, sentence, legend, drawing, table and downloads. */
export function ChartFigure(figure: ChartFigureProps) {
  const { title, sentence, hint, legend, columns, rows, children } = figure;
  const t = useText();
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);

  return (
    <figure className="chart-figure" aria-labelledby={id}>
      <h2 className="chart-figure__title" id={id}>
        {title}
      </h2>
      <p className="chart-figure__sentence">{sentence}</p>
      {legend && <Legend items={legend} />}
      {hint && <p className="chart-figure__hint">{hint}</p>}
      <div className="chart-figure__drawing" ref={frame}>
        {width > 0 && children(width, letterOnPage)}
      </div>
      <details className="chart-figure__details">
        <summary>{t('chart.table')}</summary>
        <FigureTable title={title} columns={columns} rows={rows} />
      </details>
      <Downloads {...figure} />
    </figure>
  );
}

function Legend({ items }: { items: LegendItem[] }) {
  return (
    <ul className="chart-figure__legend">
      {items.map((item) => (
        <li key={item.label}>
          <svg className="chart-figure__sample" viewBox="0 0 24 12" aria-hidden="true" focusable="false">
            <rect
              x="0.5"
              y="0.5"
              width="23"
              height="11"
              fill={item.pattern === 'solid' || !item.pattern ? item.fill : '#fff'}
              stroke={item.fill}
              strokeDasharray={item.pattern === 'dashed' ? '3 2' : undefined}
            />
            {item.pattern === 'hatched' && (
              <path d="M1 11 11 1M7 11 17 1M13 11 23 1" stroke={item.fill} strokeWidth="2" />
            )}
          </svg>
          {item.label}
        </li>
      ))}
    </ul>
  );
}

function FigureTable({ title, columns, rows }: { title: string; columns: string[]; rows: Cell[][] }) {
  return (
    <table className="chart-figure__table">
      <caption className="visually-hidden">{title}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells]) => (
          <tr key={String(name)}>
            <th scope="row">{name}</th>
            {cells.map((cell, place) => (
              <td key={columns[place + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
