import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useSession } from '../../../api/session';
import type { RoleName } from '../../../api/types';
import { compareText } from '../../../locales/collate';
import { useText } from '../../../locales/Language';
import { DataTable } from '../../../ui/data-table/DataTable';
import { useFactName } from '../../../ui/fact/fact-words';
import { EmptyState, ErrorState, LoadingState } from '../../../ui/states/States';
import { useDossier } from '../queries';
import { FactHistory } from './FactHistory';
import { Sources } from './Sources';
import { useFactColumns } from './columns';
import { useFacts } from './use-facts';
import { useHistoryFocus } from './use-history-focus';
import { VaultReason } from './VaultReason';

const route = getRouteApi('/aanbieders/$id');

// As in docs/rights.md: whoever else sees the vault is told that it is protected, and no more.
const vaultReaders: RoleName[] = ['toezichthouder', 'onderzoeker', 'privacy'];

/** Every fact with its source and its three times. */
export function FactsPage() {
  const t = useText();
  const { id, asOf } = useDossier();
  const { feit } = route.useSearch();
  const [reason, setReason] = useState<string>();
  const { data: session } = useSession();
  const facts = useFacts(id, asOf, reason);
  const columns = useFactColumns(id);
  const factName = useFactName();
  const rows = useMemo(
    () => facts.data?.toSorted((a, b) => compareText(factName(a).text, factName(b).text)) ?? [],
    [facts.data, factName],
  );
  useHistoryFocus(feit);

  if (facts.isPending) return <LoadingState />;
  if (facts.isError) return <ErrorState error={facts.error} onRetry={() => void facts.refetch()} />;
  const locked = facts.data.some((fact) => fact.afgeschermd && fact.bescherming === 'kluis');
  const readsVault = session?.rollen.some((role) => vaultReaders.includes(role.rol)) ?? false;
  return (
    <>
      <h2 id="feiten" tabIndex={-1}>
        {t('dossier.facts.title')}
      </h2>
      <p>{t('dossier.facts.intro')}</p>
      {feit && <FactHistory fact={feit} />}
      {locked && readsVault && <VaultReason onGive={setReason} />}
      {locked && !readsVault && <p>{t('dossier.facts.protected')}</p>}
      {facts.data.length === 0 ? (
        <EmptyState>{t('dossier.facts.none')}</EmptyState>
      ) : (
        <DataTable
          caption={t('dossier.facts.count', { count: facts.data.length })}
          columns={columns}
          rows={rows}
          rowId={(fact) => String(fact.id)}
        />
      )}
      <Sources />
    </>
  );
}
