import {
  createSortedRowModel,
  rowSortingFeature,
  sortFn_basic,
  tableFeatures,
  useTable,
  type ColumnDef,
  type RowData,
} from '@tanstack/react-table';
import { memo, useMemo, type ReactNode } from 'react';
import { compareText } from '../../locales/collate';
import { useText } from '../../locales/Language';
import { classes } from '../classes/classes';
import { SelectField } from '../select-field/SelectField';
import { ShowAll } from '../show-all/ShowAll';
import './data-table.css';

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** What the column is sorted by; null is unknown and comes last in both directions. Without it the column does not sort. */
  value?: (row: Row) => string | number | null;
  /** Numbers stand at the end of their cell. */
  numeric?: boolean;
  /** The cell that names the row; exactly one column has it. */
  rowHeader?: boolean;
  /** Numbers that are worst when high begin with the highest. */
  descendingFirst?: boolean;
  /** Where the cell stands on the card that a row becomes on a phone. */
  card?: 'title' | 'corner' | 'half' | 'full';
}

export interface Sort {
  column: string;
  descending: boolean;
}

interface Props<Row> {
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowId: (row: Row) => string;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** A word for a coloured edge of the row, as `data-edge`; never the only place where it shows. */
  edge?: (row: Row) => string | undefined;
  /** How many rows stand on the page; the rest comes at once when asked. */
  pageSize?: number;
}

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { basic: sortFn_basic },
});
type Features = typeof features;

function definitionOf<Row extends RowData>(column: Column<Row>): ColumnDef<Features, Row> {
  const { value } = column;
  if (!value) return { id: column.id, enableSorting: false };
  return {
    id: column.id,
    accessorFn: (row) => value(row) ?? undefined,
    sortUndefined: 'last',
    sortFn: (a, b, id) => compare(a.getValue(id), b.getValue(id)),
  };
}

function compare(a: unknown, b: unknown): number {
  return typeof a === 'string' && typeof b === 'string' ? compareText(a, b) : Number(a) - Number(b);
}

/** A real table that sorts by its headers; on a phone each row is a card. */
export function DataTable<Row extends RowData>({
  caption,
  columns,
  rows,
  rowId,
  sort,
  onSort,
  edge,
  pageSize = 100,
}: Props<Row>) {
  const definitions = useMemo(() => columns.map(definitionOf), [columns]);
  const sorting = useMemo(() => (sort ? [{ id: sort.column, desc: sort.descending }] : []), [sort]);
  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: rowId,
    state: { sorting },
    enableMultiSort: false,
  });
  const sorted = table.getRowModel().rows;

  return (
    <>
      {onSort && <SortChoice columns={columns} sort={sort} onSort={onSort} />}
      <ShowAll items={sorted} pageSize={pageSize}>
        {(shown) => (
          <table className="utrecht-table data-table" data-edges={edge && ''}>
            <caption className="data-table__caption">{caption}</caption>
            <thead className="utrecht-table__header">
              <tr className="utrecht-table__row">
                {columns.map((column) => (
                  <HeaderCell key={column.id} column={column} sort={sort} onSort={onSort} />
                ))}
              </tr>
            </thead>
            <tbody className="utrecht-table__body">
              {shown.map((row) => (
                <BodyRow key={row.id} columns={columns} row={row.original} edge={edge?.(row.original)} />
              ))}
            </tbody>
          </table>
        )}
      </ShowAll>
    </>
  );
}

interface HeaderProps<Row> {
  column: Column<Row>;
  sort: Sort | undefined;
  onSort: ((sort: Sort) => void) | undefined;
}

function HeaderCell<Row>({ column, sort, onSort }: HeaderProps<Row>) {
  const active = sort?.column === column.id;
  const name = classes('utrecht-table__header-cell', 'data-table__head', column.numeric && 'data-table__cell--numeric');
  if (!column.value || !onSort)
    return (
      <th className={name} scope="col" data-column={column.id}>
        <span className="data-table__plain">{column.header}</span>
      </th>
    );
  const next = { column: column.id, descending: active ? !sort.descending : Boolean(column.descendingFirst) };
  const direction = sort?.descending ? 'descending' : 'ascending';
  return (
    <th className={name} scope="col" data-column={column.id} aria-sort={active ? direction : undefined}>
      <button className="data-table__sort" type="button" onClick={() => onSort(next)}>
        <span>{column.header}</span>
        <SortMark direction={active ? direction : undefined} />
      </button>
    </th>
  );
}

function SortMark({ direction }: { direction: 'ascending' | 'descending' | undefined }) {
  return (
    <svg className="data-table__mark" viewBox="0 0 10 16" aria-hidden="true" focusable="false">
      <path d="M5 1 9 6.5H1z" data-on={direction === 'ascending'} />
      <path d="M5 15 1 9.5h8z" data-on={direction === 'descending'} />
    </svg>
  );
}

interface RowProps<Row> {
  columns: Column<Row>[];
  row: Row;
  edge: string | undefined;
}

function PlainRow<Row>({ columns, row, edge }: RowProps<Row>) {
  return (
    <tr className="utrecht-table__row data-table__row" data-edge={edge}>
      {columns.map((column) => (
        <BodyCell key={column.id} column={column} row={row} />
      ))}
    </tr>
  );
}

/** Sorting and "show all" move rows and add some; those that stay the same are not drawn anew. */
const BodyRow = memo(PlainRow) as typeof PlainRow;

function BodyCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const name = classes('utrecht-table__cell', 'data-table__cell', column.numeric && 'data-table__cell--numeric');
  const place = { 'data-card': column.card ?? 'half', 'data-label': column.header };
  const content = column.cell(row);
  if (column.rowHeader)
    return (
      <th className={name} scope="row" {...place}>
        {content}
      </th>
    );
  return (
    <td className={name} {...place}>
      {content}
    </td>
  );
}

/** The header is not there on a phone, so what it sorts by is asked above the cards. */
function SortChoice<Row>({
  columns,
  sort,
  onSort,
}: {
  columns: Column<Row>[];
  sort: Sort | undefined;
  onSort: (sort: Sort) => void;
}) {
  const t = useText();
  const choices = columns
    .filter((column) => column.value)
    .flatMap((column) => [
      { value: `${column.id}:op`, label: `${column.header} (${t('table.ascending')})` },
      { value: `${column.id}:af`, label: `${column.header} (${t('table.descending')})` },
    ]);
  return (
    <SelectField
      className="data-table__choice"
      id="sorteer"
      label={t('table.sort-on')}
      choices={choices}
      value={sort ? `${sort.column}:${sort.descending ? 'af' : 'op'}` : undefined}
      onChange={(event) => {
        const [column = '', direction] = event.target.value.split(':');
        onSort({ column, descending: direction === 'af' });
      }}
    />
  );
}
