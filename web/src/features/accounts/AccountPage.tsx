import { getRouteApi, Link } from '@tanstack/react-router';
import { useMay, useSession } from '../../api/session';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import { Card } from '../../ui/card/Card';
import { PageHeading } from '../../ui/page-heading/PageHeading';
import { ErrorState, LoadingState } from '../../ui/states/States';
import { SummaryList } from '../../ui/summary-list/SummaryList';
import { AccountState } from './AccountState';
import { BackToAccounts } from './BackToAccounts';
import { BlockForm } from './BlockForm';
import { NameForm } from './NameForm';
import { RoleList } from './RoleList';
import { RolesForm } from './RolesForm';
import { useAccount, type Account } from './use-accounts';
import './accounts.css';

const route = getRouteApi('/gebruikers/$accountId');

/** One account: who, what they may do, and whether they can get in. */
export function AccountPage() {
  const t = useText();
  const account = useAccount(Number(route.useParams().accountId));
  return (
    <>
      <BackToAccounts />
      <PageHeading title={account.data?.weergavenaam ?? t('accounts.account')} intro={account.data?.naam} />
      {account.isPending && <LoadingState />}
      {account.isError && <ErrorState error={account.error} onRetry={() => void account.refetch()} />}
      {account.data && <Parts account={account.data} />}
    </>
  );
}

function Parts({ account }: { account: Account }) {
  const t = useText();
  const { data: session } = useSession();
  const isSelf = session?.gebruiker.id === account.id;
  const mayManage = useMay('manage_accounts');
  const mayAssign = useMay('assign_roles') && !isSelf;
  const mayRestore = useMay('restore_access') && !isSelf && account.geblokkeerdOp === null;
  const mayBlock = useMay('block_account') && !isSelf;
  return (
    <>
      <About account={account} />
      <Card title={t('accounts.roles')}>
        {mayAssign ? <RolesForm key={account.id} account={account} /> : <RoleList roles={account.rollen} />}
        {isSelf && <p>{t('accounts.own-roles')}</p>}
      </Card>
      {mayManage && <NameForm key={account.id} account={account} />}
      {mayRestore && (
        <Card title={t('accounts.restore')}>
          <p>{t('accounts.restore-text')}</p>
          <p>
            <Link className="nl-link" to="/gebruikers/$accountId/herstel" params={{ accountId: String(account.id) }}>
              {t('accounts.restore-name', { name: account.weergavenaam })}
            </Link>
          </p>
        </Card>
      )}
      {mayBlock && <BlockForm account={account} />}
    </>
  );
}

function About({ account }: { account: Account }) {
  const t = useText();
  const format = useFormat();
  return (
    <Card>
      <SummaryList
        items={[
          { label: t('accounts.state'), value: <AccountState account={account} /> },
          {
            label: t('accounts.second-factor'),
            value: t(account.tweedeFactor ? 'accounts.set' : 'accounts.not-set'),
          },
          { label: t('accounts.made-on'), value: format.moment(account.gemaaktOp) },
        ]}
      />
    </Card>
  );
}
