import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { InDutch } from '../../locales/InDutch';
import { DataTable, type Column, type Sort } from './DataTable';

interface Row {
  name: string;
  points: number | null;
}

const columns: Column<Row>[] = [
  { id: 'name', header: 'Naam', rowHeader: true, value: (row) => row.name, cell: (row) => row.name },
  {
    id: 'points',
    header: 'Punten',
    numeric: true,
    descendingFirst: true,
    value: (row) => row.points,
    cell: (row) => row.points,
  },
];
const rows: Row[] = [
  { name: 'Beuk', points: 3 },
  { name: 'Ahorn', points: null },
  { name: 'Es', points: 12 },
];

function Table({ pageSize }: { pageSize?: number }) {
  const [sort, setSort] = useState<Sort>({ column: 'name', descending: false });
  return (
    <InDutch>
      <DataTable
        caption="Bomen"
        columns={columns}
        rows={rows}
        rowId={(row) => row.name}
        sort={sort}
        onSort={setSort}
        pageSize={pageSize}
      />
    </InDutch>
  );
}

const names = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent);

test('a header sorts, says so, and keeps the unknown last in both directions', async () => {
  render(<Table />);
  expect(names()).toEqual(['Ahorn', 'Beuk', 'Es']);

  const header = screen.getByRole('columnheader', { name: 'Punten' });
  await userEvent.click(within(header).getByRole('button'));
  expect(header.getAttribute('aria-sort')).toBe('descending');
  expect(names()).toEqual(['Es', 'Beuk', 'Ahorn']);

  await userEvent.click(within(header).getByRole('button'));
  expect(header.getAttribute('aria-sort')).toBe('ascending');
  expect(names()).toEqual(['Beuk', 'Es', 'Ahorn']);
});

test('a page of rows, and the rest when asked; reading goes on at the first that was not there', async () => {
  render(<Table pageSize={2} />);
  expect(names()).toHaveLength(2);
  await userEvent.click(screen.getByRole('button', { name: 'Toon alle 3' }));
  expect(names()).toHaveLength(3);
  expect(document.activeElement?.textContent).toContain('Es');
});
