import type { Schema } from '../../../api/types';
import { useFormat } from '../../../locales/format';
import { useText } from '../../../locales/Language';
import { DataTable, type Column } from '../../../ui/data-table/DataTable';
import { EmptyState } from '../../../ui/states/States';
import { SourceTag } from '../../../ui/source-tag/SourceTag';

import { KnownWord } from '../known-words';

type Relation = Schema['Relatie'];

/** Every person, organisation and address, also those that nobody shares. */
export function RelationTable({ relations }: { relations: Relation[] }) {
  const t = useText();
  const columns = useColumns();
  if (relations.length === 0) return <EmptyState>{t('dossier.network.none')}</EmptyState>;
  return (
    <DataTable caption={t('dossier.network.all')} columns={columns} rows={relations} rowId={(row) => String(row.id)} />
  );
}

function useColumns(): Column<Relation>[] {
  const t = useText();
  const format = useFormat();
  const day = (date: string | null, otherwise: string) => (date ? format.shortDate(date) : otherwise);
  return [
    {
      id: 'name',
      header: t('dossier.network.name'),
      rowHeader: true,
      card: 'title',
      cell: ({ ander }) => (
        <>
          {ander.naam ?? t('dossier.hidden')}
          {ander.kvkNummer && <span className="dossier__soft">{t('dossier.kvk', { number: ander.kvkNummer })}</span>}
          {ander.rsin && <span className="dossier__soft">RSIN {ander.rsin}</span>}
        </>
      ),
    },
    { id: 'role', header: t('dossier.network.role'), cell: (row) => <KnownWord kind="role" word={row.rol} /> },
    { id: 'from', header: t('dossier.network.from'), cell: (row) => day(row.van, t('unknown')) },
    { id: 'to', header: t('dossier.network.to'), cell: (row) => day(row.tot, t('dossier.contracts.no-end')) },
    {
      id: 'source',
      header: t('dossier.facts.source'),
      cell: (row) => <SourceTag name={row.bron.naam} document={row.bron.document} knownOn={row.bekendOp} />,
    },
  ];
}
