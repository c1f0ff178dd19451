import { useInfiniteQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { Schema } from '../../api/types';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import { Button } from '../../ui/button/Button';
import { DataTable, type Column } from '../../ui/data-table/DataTable';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states/States';
import { referenceCell, subjectCell, whatCell } from '../audit-log/cells';
import { useDossier } from './queries';

type Entry = Schema['Auditregel'];

/** Who did and saw what in this dossier. */
export function LogPage() {
  const t = useText();
  const format = useFormat();
  const { id } = useDossier();
  const log = useInfiniteQuery({
    queryKey: ['auditregels', { aanbieder: id }],
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/auditregels', { params: { query: { aanbieder: id, aantal: 100, ...pageParam } } })),
    initialPageParam: {} as { na?: string },
    getNextPageParam: ({ volgende }) => (volgende === null ? undefined : { na: volgende }),
  });
  if (log.isPending) return <LoadingState />;
  if (log.isError) return <ErrorState error={log.error} onRetry={() => void log.refetch()} />;
  const entries = log.data.pages.flatMap((page) => page.regels);
  if (entries.length === 0) return <EmptyState>{t('dossier.log.none')}</EmptyState>;
  const columns: Column<Entry>[] = [
    {
      id: 'number',
      header: t('dossier.log.number'),
      rowHeader: true,
      card: 'title',
      cell: (entry) => entry.nummer,
    },
    { id: 'moment', header: t('dossier.log.moment'), cell: (entry) => format.moment(entry.op) },
    {
      id: 'who',
      header: t('dossier.log.who'),
      cell: (entry) => entry.gebruiker?.weergavenaam ?? t(`dossier.log.${entry.namens}`),
    },
    { id: 'what', header: t('dossier.log.what'), cell: whatCell },
    {
      id: 'subject',
      header: t('dossier.log.subject'),
      cell: subjectCell,
    },
    { id: 'reference', header: t('dossier.log.reference'), card: 'full', cell: referenceCell },
  ];
  return (
    <>
      <h2>{t('dossier.log.title')}</h2>
      <p>{t('dossier.log.intro')}</p>
      <DataTable
        caption={t('dossier.log.count', { count: entries.length })}
        columns={columns}
        rows={entries}
        rowId={(entry) => String(entry.nummer)}
        pageSize={entries.length}
      />
      {log.hasNextPage && (
        <Button busy={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
          {t('dossier.log.more')}
        </Button>
      )}
    </>
  );
}
