import { useState } from 'react';
import { useLanguage, useText } from '../../locales/Language';
import { Said } from '../../locales/words';
import { Button } from '../../ui/button/Button';
import { DataTable, type Column } from '../../ui/data-table/DataTable';
import { saveCsv } from '../../ui/download/csv';
import { LoadMore } from '../../ui/load-more/LoadMore';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states/States';
import { csvRows } from './csv-rows';
import type { Outcome } from './kinds';
import { allLines, useImportLines, type Line } from './use-imports';

/** Every row with what became of it, and why it could not be taken. */
export function ReportLines({ id, outcome }: { id: number; outcome: Outcome | undefined }) {
  const t = useText();
  const columns = useColumns();
  const list = useImportLines(id, outcome);
  const lines = list.data?.pages.flatMap((page) => page.regels) ?? [];
  return (
    <section>
      {list.isPending && <LoadingState />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && lines.length === 0 && <EmptyState>{t('imports.no-lines')}</EmptyState>}
      {lines.length > 0 && (
        <>
          <Download id={id} outcome={outcome} />
          <DataTable
            caption={t('imports.lines')}
            columns={columns}
            rows={lines}
            rowId={(line) => `${line.regel}-${line.kolom}-${line.reden}`}
            pageSize={Infinity}
          />
          <LoadMore shown={lines.length} list={list} />
        </>
      )}
    </section>
  );
}

function useColumns(): Column<Line>[] {
  const t = useText();
  return [
    {
      id: 'regel',
      header: t('imports.line'),
      rowHeader: true,
      card: 'title',
      cell: (line) => (line.regel === 0 ? t('imports.whole-file') : t('imports.line-number', { line: line.regel })),
    },
    { id: 'uitkomst', header: t('imports.outcome'), cell: (line) => t(`imports.outcome.${line.uitkomst}`) },
    { id: 'kolom', header: t('imports.column'), cell: (line) => line.kolom ?? '–' },
    {
      id: 'reden',
      header: t('imports.reason'),
      card: 'full',
      cell: (line) => (line.reden ? <Said dutch={line.reden} /> : '–'),
    },
  ];
}

/** The whole report, or the part that is chosen, also where the page shows only its beginning. */
function Download({ id, outcome }: { id: number; outcome: Outcome | undefined }) {
  const t = useText();
  const { say } = useLanguage();
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready');
  const save = async () => {
    setState('busy');
    try {
      saveCsv(csvRows(await allLines(id, outcome), t, say), `verslag-${id}${outcome ? `-${outcome}` : ''}.csv`);
      setState('ready');
    } catch {
      setState('failed');
    }
  };
  return (
    <p>
      <Button busy={state === 'busy'} onClick={() => void save()}>
        {t('imports.download')}
      </Button>
      <span role="status">{state === 'failed' && ` ${t('imports.download-failed')}`}</span>
    </p>
  );
}
