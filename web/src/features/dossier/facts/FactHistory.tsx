import { Link } from '@tanstack/react-router';
import { useRichText, useText } from '../../../locales/Language';
import { Spoken } from '../../../locales/words';
import { Card } from '../../../ui/card/Card';
import { DataTable } from '../../../ui/data-table/DataTable';
import { useFactName } from '../../../ui/fact/fact-words';
import { EmptyState, ErrorState, LoadingState } from '../../../ui/states/States';
import { useDossier } from '../queries';
import { useFactColumns } from './columns';
import { useFactHistory } from './use-facts';

/** What a fact was before, and what took its place. */
export function FactHistory({ fact }: { fact: string }) {
  const t = useText();
  const rich = useRichText();
  const factName = useFactName();
  const { id, asOf } = useDossier();
  const history = useFactHistory(id, asOf, fact);
  const columns = useFactColumns(id, { withActions: false });
  const [first] = history.data ?? [];
  return (
    <Card>
      <h2 className="card__title" id="geschiedenis" tabIndex={-1}>
        {first
          ? rich('dossier.facts.history-of', { name: <Spoken words={factName(first)} /> })
          : t('dossier.facts.history')}
      </h2>
      {history.isPending && <LoadingState />}
      {history.isError && <ErrorState error={history.error} onRetry={() => void history.refetch()} />}
      {history.data && !first && <EmptyState>{t('dossier.facts.no-history')}</EmptyState>}
      {history.data && first && (
        <DataTable
          caption={t('dossier.facts.count', { count: history.data.length })}
          columns={columns}
          rows={history.data}
          rowId={(row) => String(row.id)}
        />
      )}
      <p>
        <Link
          className="nl-link"
          to="/aanbieders/$id/feiten"
          params={{ id: String(id) }}
          search={asOf}
          resetScroll={false}
        >
          {t('dossier.facts.close-history')}
        </Link>
      </p>
    </Card>
  );
}
