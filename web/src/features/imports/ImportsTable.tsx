import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import { DataTable, type Column } from '../../ui/data-table/DataTable';
import type { Outcome } from './kinds';
import type { Head } from './use-imports';

const counted: Outcome[] = ['nieuw', 'vervangt', 'ongewijzigd'];

export function ImportsTable({ heads }: { heads: Head[] }) {
  const t = useText();
  const columns = useColumns();
  return (
    <DataTable
      caption={t('imports.caption')}
      columns={columns}
      rows={heads}
      rowId={(head) => String(head.id)}
      pageSize={Infinity}
    />
  );
}

function useColumns(): Column<Head>[] {
  const t = useText();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'bestand',
        header: t('imports.file'),
        rowHeader: true,
        card: 'title',
        cell: (head) => (
          <Link className="nl-link" to="/gegevens/$importId" params={{ importId: String(head.id) }}>
            {head.bestandsnaam}
          </Link>
        ),
      },
      { id: 'soort', header: t('imports.kind'), cell: (head) => t(`imports.kind.${head.soort}`) },
      { id: 'op', header: t('imports.when'), cell: (head) => format.moment(head.op) },
      { id: 'door', header: t('imports.by'), card: 'full', cell: (head) => head.door.weergavenaam },
      {
        id: 'rijen',
        header: t('imports.rows'),
        numeric: true,
        cell: (head) => format.number(head.tellingen.rijen),
      },
      ...counted.map((outcome) => ({
        id: outcome,
        header: t(`imports.outcome.${outcome}`),
        numeric: true,
        cell: (head: Head) => format.number(head.tellingen[outcome]),
      })),
      {
        id: 'geweigerd',
        header: t('imports.outcome.geweigerd'),
        numeric: true,
        cell: (head) => <Refused head={head} />,
      },
    ],
    [t, format],
  );
}

/** Leads to the rows that could not be taken. */
function Refused({ head }: { head: Head }) {
  const t = useText();
  const count = head.tellingen.geweigerd;
  if (count === 0) return <>0</>;
  return (
    <Link
      className="nl-link"
      to="/gegevens/$importId"
      params={{ importId: String(head.id) }}
      search={{ uitkomst: 'geweigerd' }}
    >
      {t('imports.refused', { count })}
    </Link>
  );
}
