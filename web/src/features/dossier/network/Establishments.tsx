import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import { useMay } from '../../../api/session';
import type { Schema } from '../../../api/types';
import { useText } from '../../../locales/Language';
import { DataTable, type Column } from '../../../ui/data-table/DataTable';
import { ErrorState } from '../../../ui/states/States';
import { KnownWord } from '../known-words';
import { useDossier } from '../queries';

type Establishment = Schema['Vestiging'];

const roleCell = ({ rol }: Establishment) => <KnownWord kind="role" word={rol} />;

/** Where the provider works. */
export function Establishments() {
  const t = useText();
  const { id, asOf } = useDossier();
  const establishments = useQuery({
    queryKey: ['aanbieder', id, 'vestigingen', asOf],
    queryFn: async () =>
      (
        await unwrap(
          api.GET('/aanbieders/{aanbiederId}/vestigingen', {
            params: { path: { aanbiederId: id }, query: { ...asOf } },
          }),
        )
      ).vestigingen,
    enabled: useMay('view_establishments'),
  });
  if (establishments.isError)
    return <ErrorState error={establishments.error} onRetry={() => void establishments.refetch()} />;
  if (!establishments.data || establishments.data.length === 0) return null;
  const columns: Column<Establishment>[] = [
    {
      id: 'address',
      header: t('dossier.network.address'),
      rowHeader: true,
      card: 'title',
      cell: (row) => row.adres ?? t('unknown'),
    },
    { id: 'name', header: t('dossier.network.establishment-name'), cell: (row) => row.naam ?? t('unknown') },
    { id: 'role', header: t('dossier.network.role'), cell: roleCell },
    {
      id: 'number',
      header: t('dossier.network.number'),
      cell: (row) => row.vestigingsnummer ?? t('unknown'),
    },
  ];
  return (
    <DataTable
      caption={t('dossier.network.establishments')}
      columns={columns}
      rows={establishments.data}
      rowId={(row) => String(row.id)}
    />
  );
}
