import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { lotName, useMunicipalities } from '../../api/reference-data';
import type { Schema } from '../../api/types';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import { DataTable, type Column } from '../../ui/data-table/DataTable';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states/States';
import { KnownWord } from './known-words';
import { useDossier } from './queries';

type Award = Schema['Gunning'];
type Contract = Schema['Overeenkomst'];
type ContractLine = Schema['Overeenkomstregel'] & { contract: string };

/** What was awarded and agreed, and for how many clients in which municipality. */
export function ContractsPage() {
  const { id, asOf } = useDossier();
  const contracts = useQuery({
    queryKey: ['aanbieder', id, 'overeenkomsten', asOf],
    queryFn: async () => {
      const params = { path: { aanbiederId: id }, query: { ...asOf } };
      const [awards, agreed] = await Promise.all([
        unwrap(api.GET('/aanbieders/{aanbiederId}/gunningen', { params })),
        unwrap(api.GET('/aanbieders/{aanbiederId}/overeenkomsten', { params })),
      ]);
      return { awards: awards.gunningen, contracts: agreed.overeenkomsten };
    },
  });
  if (contracts.isPending) return <LoadingState />;
  if (contracts.isError) return <ErrorState error={contracts.error} onRetry={() => void contracts.refetch()} />;
  return (
    <>
      <Awards rows={contracts.data.awards} />
      <Contracts rows={contracts.data.contracts} />
      <Clients contracts={contracts.data.contracts} />
    </>
  );
}

const lots = (codes: string[]) => codes.map(lotName).join(', ');

const awardKindCell = ({ soort }: Award) => <KnownWord kind="award-kind" word={soort} />;
const awardStatusCell = ({ status }: Award) => <KnownWord kind="award-status" word={status} />;

function Awards({ rows }: { rows: Award[] }) {
  const t = useText();
  const format = useFormat();
  if (rows.length === 0) return <EmptyState>{t('dossier.contracts.no-awards')}</EmptyState>;
  const columns: Column<Award>[] = [
    { id: 'number', header: t('dossier.contracts.award'), rowHeader: true, card: 'title', cell: (row) => row.kenmerk },
    {
      id: 'kind',
      header: t('dossier.contracts.kind'),
      cell: awardKindCell,
    },
    {
      id: 'status',
      header: t('dossier.contracts.status'),
      cell: awardStatusCell,
    },
    { id: 'date', header: t('dossier.contracts.date'), cell: (row) => format.shortDate(row.datum) },
    { id: 'lots', header: t('dossier.lots'), card: 'full', cell: (row) => lots(row.percelen) },
  ];
  return (
    <DataTable caption={t('dossier.contracts.awards')} columns={columns} rows={rows} rowId={(row) => String(row.id)} />
  );
}

function Contracts({ rows }: { rows: Contract[] }) {
  const t = useText();
  const format = useFormat();
  const { nameOf } = useMunicipalities();
  if (rows.length === 0) return <EmptyState>{t('dossier.contracts.none')}</EmptyState>;
  const columns: Column<Contract>[] = [
    {
      id: 'number',
      header: t('dossier.contracts.contract'),
      rowHeader: true,
      card: 'title',
      cell: (row) => row.kenmerk,
    },
    { id: 'status', header: t('dossier.contracts.status'), cell: (row) => t(`dossier.contract-status.${row.status}`) },
    { id: 'from', header: t('dossier.contracts.from'), cell: (row) => format.shortDate(row.van) },
    {
      id: 'to',
      header: t('dossier.contracts.to'),
      cell: (row) => (row.tot ? format.shortDate(row.tot) : t('dossier.contracts.no-end')),
    },
    { id: 'lots', header: t('dossier.lots'), card: 'full', cell: (row) => lots(row.percelen) },
    {
      id: 'municipalities',
      header: t('dossier.municipalities'),
      card: 'full',
      cell: (row) => row.gemeenten.map(nameOf).join(', '),
    },
    {
      id: 'value',
      header: t('dossier.value-per-year'),
      numeric: true,
      cell: (row) => (row.waardePerJaar === null ? t('unknown') : format.euro(Math.round(row.waardePerJaar))),
    },
  ];
  return (
    <DataTable
      caption={t('dossier.contracts.contracts')}
      columns={columns}
      rows={rows}
      rowId={(row) => String(row.id)}
    />
  );
}

function Clients({ contracts }: { contracts: Contract[] }) {
  const t = useText();
  const format = useFormat();
  const { nameOf } = useMunicipalities();
  const rows: ContractLine[] = contracts.flatMap(({ kenmerk, regels }) =>
    regels.map((line) => ({ ...line, contract: kenmerk })),
  );
  if (rows.length === 0) return null;
  const columns: Column<ContractLine>[] = [
    {
      id: 'municipality',
      header: t('dossier.contracts.municipality'),
      rowHeader: true,
      card: 'title',
      cell: (row) => nameOf(row.gemeente),
    },
    { id: 'lot', header: t('dossier.contracts.lot'), cell: (row) => lotName(row.perceel) },
    { id: 'product', header: t('dossier.contracts.product'), cell: (row) => row.product },
    {
      id: 'clients',
      header: t('dossier.clients'),
      numeric: true,
      cell: (row) => (row.clienten.aantal === null ? t('unknown') : format.number(row.clienten.aantal)),
    },
    {
      id: 'value',
      header: t('dossier.value-per-year'),
      numeric: true,
      cell: (row) => (row.waardePerJaar === null ? t('unknown') : format.euro(Math.round(row.waardePerJaar))),
    },
    { id: 'from', header: t('dossier.contracts.from'), cell: (row) => format.shortDate(row.van) },
    {
      id: 'to',
      header: t('dossier.contracts.to'),
      cell: (row) => (row.tot ? format.shortDate(row.tot) : t('dossier.contracts.no-end')),
    },
    { id: 'contract', header: t('dossier.contracts.contract'), cell: (row) => row.contract },
  ];
  return (
    <>
      <DataTable
        caption={t('dossier.contracts.clients')}
        columns={columns}
        rows={rows.toSorted((a, b) => nameOf(a.gemeente).localeCompare(nameOf(b.gemeente), 'nl'))}
        rowId={(row) => [row.contract, row.gemeente, row.perceel, row.product, row.van].join()}
        pageSize={25}
      />
      {rows.some((row) => row.tot !== null) && <p>{t('dossier.contracts.ended-too')}</p>}
    </>
  );
}
