import { getRouteApi, Link } from '@tanstack/react-router';
import { useMay } from '../../api/session';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import { Card } from '../../ui/card/Card';
import { LoadMore } from '../../ui/load-more/LoadMore';
import { PageHeading } from '../../ui/page-heading/PageHeading';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states/States';
import { SummaryList } from '../../ui/summary-list/SummaryList';
import { BackToAccounts } from './BackToAccounts';
import { NewKey } from './NewKey';
import { RevokeKey } from './RevokeKey';
import { useKeys, type Key } from './use-keys';
import './accounts.css';

const route = getRouteApi('/sleutels');

/** Keys with which programs come in, each for somebody and for a few things only. */
export function KeysPage() {
  const t = useText();
  const { nieuw } = route.useSearch();
  const mayManage = useMay('manage_keys');
  const list = useKeys();
  const keys = list.data?.pages.flatMap((page) => page.sleutels) ?? [];
  return (
    <>
      <BackToAccounts />
      <PageHeading
        title={t('accounts.keys')}
        intro={t('accounts.keys-intro')}
        actions={mayManage && !nieuw && <Make />}
      />
      {mayManage && nieuw && <NewKey />}
      {list.isPending && <LoadingState />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && keys.length === 0 && <EmptyState>{t('accounts.no-keys')}</EmptyState>}
      {keys.map((key) => (
        <KeyCard key={key.id} item={key} mayManage={mayManage} />
      ))}
      {keys.length > 0 && <LoadMore shown={keys.length} list={list} />}
    </>
  );
}

function Make() {
  const t = useText();
  return (
    <Link className="nl-button nl-button--primary" to="/sleutels" search={{ nieuw: 'ja' }}>
      {t('accounts.new-key')}
    </Link>
  );
}

function KeyCard({ item, mayManage }: { item: Key; mayManage: boolean }) {
  const t = useText();
  const format = useFormat();
  return (
    <Card title={item.naam}>
      <SummaryList
        items={[
          { label: t('accounts.acts-for'), value: item.gebruiker.weergavenaam },
          { label: t('accounts.may'), value: <code>{item.verben.join(', ')}</code> },
          { label: t('accounts.ends'), value: format.date(item.eindigtOp) },
          { label: t('accounts.made-on'), value: format.moment(item.gemaaktOp) },
        ]}
      />
      {mayManage && <RevokeKey item={item} />}
    </Card>
  );
}
