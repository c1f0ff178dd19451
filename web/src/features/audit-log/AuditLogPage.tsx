import { getRouteApi } from '@tanstack/react-router';
import { useText } from '../../locales/Language';
import { LoadMore } from '../../ui/load-more/LoadMore';
import { PageHeading } from '../../ui/page-heading/PageHeading';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states/States';
import { ChainHead } from './ChainHead';
import { Entries } from './Entries';
import { LogFilters } from './LogFilters';
import type { LogSearch } from './search';
import { useEntries } from './use-audit-log';

const route = getRouteApi('/logboek');

/** Who did and looked at what, and how that can be proved. */
export function AuditLogPage() {
  const t = useText();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const list = useEntries(search);
  const entries = list.data?.pages.flatMap((page) => page.regels) ?? [];
  const provider = entries.find(({ aanbieder }) => String(aanbieder?.id) === search.aanbieder)?.aanbieder;
  const change = (changed: Partial<LogSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true, resetScroll: false });
  return (
    <>
      <PageHeading title={t('audit-log.title')} intro={t('audit-log.intro')} />
      <LogFilters search={search} providerName={provider?.naam} onChange={change} />
      {list.isPending && <LoadingState />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && entries.length === 0 && <EmptyState>{t('audit-log.none')}</EmptyState>}
      {entries.length > 0 && (
        <div aria-busy={list.isPlaceholderData}>
          <Entries entries={entries} />
          <LoadMore shown={entries.length} list={list} />
        </div>
      )}
      <ChainHead />
    </>
  );
}
