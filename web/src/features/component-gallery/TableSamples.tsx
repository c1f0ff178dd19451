import { scaleLinear } from 'd3-scale';
import { useState } from 'react';
import type { Colour } from '../../api/types';
import { ChartFigure } from '../../ui/chart-figure/ChartFigure';
import { DataTable, type Column, type Sort } from '../../ui/data-table/DataTable';
import { CountTiles } from '../../ui/filter-bar/CountTiles';
import { FilterBar } from '../../ui/filter-bar/FilterBar';
import { SelectField } from '../../ui/select-field/SelectField';
import { SignalBadge } from '../../ui/signal-badge/SignalBadge';
import { TextField } from '../../ui/text-field/TextField';

interface Tree {
  name: string;
  colour: Colour;
  points: number | null;
}

const trees: Tree[] = [
  { name: 'Zorghuis De Beuk', colour: 'rood', points: 12 },
  { name: 'Woongroep De Es', colour: 'oranje', points: 5 },
  { name: 'Dagbesteding De Linde', colour: 'groen', points: 1 },
  { name: 'Thuiszorg De Wilg', colour: 'grijs', points: null },
];

const columns: Column<Tree>[] = [
  {
    id: 'name',
    header: 'Aanbieder',
    rowHeader: true,
    card: 'title',
    value: (row) => row.name,
    cell: (row) => row.name,
  },
  { id: 'colour', header: 'Signaal', cell: (row) => <SignalBadge colour={row.colour} /> },
  {
    id: 'points',
    header: 'Punten',
    numeric: true,
    descendingFirst: true,
    value: (row) => row.points,
    cell: (row) => row.points ?? '–',
  },
];

export function TableSamples() {
  const [sort, setSort] = useState<Sort>({ column: 'points', descending: true });
  const [chosen, setChosen] = useState<Colour[]>(['rood']);
  return (
    <>
      <FilterBar
        active={chosen.length}
        onClear={() => setChosen([])}
        top={
          <CountTiles
            label="Signaal"
            counts={{ rood: 99, oranje: 140, groen: 68, grijs: 21 }}
            chosen={chosen}
            onChange={setChosen}
          />
        }
      >
        <TextField id="proef-zoek" label="Zoek op naam" />
        <SelectField id="proef-gemeente" label="Gemeente" choices={[{ value: '', label: 'Alle' }]} />
      </FilterBar>
      <DataTable
        caption="DataTable"
        columns={columns}
        rows={trees}
        rowId={(row) => row.name}
        sort={sort}
        onSort={setSort}
        pageSize={3}
      />
      <SampleChart />
    </>
  );
}

const figures: [string, number, string][] = [
  ['Rood', 99, 'var(--signal-rood)'],
  ['Oranje', 140, 'var(--signal-oranje-dark)'],
  ['Groen', 68, 'var(--signal-groen)'],
];

function SampleChart() {
  return (
    <ChartFigure
      title="ChartFigure"
      sentence="Oranje komt het meest voor: 140 van de 307."
      fileName="onderdelen"
      legend={[
        { label: 'Voor', fill: '#5b6776', pattern: 'hatched' },
        { label: 'Na', fill: '#5b6776' },
      ]}
      columns={['Kleur', 'Aantal']}
      rows={figures.map(([name, count]) => [name, count])}
    >
      {(width) => <SampleBars width={width} />}
    </ChartFigure>
  );
}

function SampleBars({ width }: { width: number }) {
  const x = scaleLinear([0, 140], [0, width - 130]);
  return (
    <svg width={width} height={figures.length * 32} role="img" aria-label="Oranje 140, rood 99, groen 68">
      {figures.map(([name, count, fill], place) => (
        <g key={name} transform={`translate(0 ${place * 32})`} fontSize="14">
          <text y="19">{name}</text>
          <rect x="80" y="4" width={x(count)} height="20" fill={fill} />
          <text x={86 + x(count)} y="19">
            {count}
          </text>
        </g>
      ))}
    </svg>
  );
}
