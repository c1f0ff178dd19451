import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useMay } from '../../api/session';
import { useText } from '../../locales/Language';
import { DataTable, type Column } from '../../ui/data-table/DataTable';
import { FilterBar } from '../../ui/filter-bar/FilterBar';
import { LoadMore } from '../../ui/load-more/LoadMore';
import { PageHeading } from '../../ui/page-heading/PageHeading';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states/States';
import { TextField } from '../../ui/text-field/TextField';
import { useDebouncedText } from '../../ui/text-field/use-debounced-text';
import { AccountState } from './AccountState';
import { RoleText } from './RoleText';
import { useAccounts, type Account } from './use-accounts';
import './accounts.css';

const route = getRouteApi('/gebruikers');

/** Who works here, and what they may do. */
export function AccountsPage() {
  const t = useText();
  return (
    <>
      <PageHeading title={t('accounts.title')} intro={t('accounts.intro')} actions={<Actions />} />
      <Accounts />
    </>
  );
}

function Actions() {
  const t = useText();
  const mayMake = useMay('manage_accounts');
  const maySeeKeys = useMay('view_keys');
  return (
    <>
      {maySeeKeys && (
        <Link className="nl-button nl-button--secondary" to="/sleutels">
          {t('accounts.keys')}
        </Link>
      )}
      {mayMake && (
        <Link className="nl-button nl-button--primary" to="/gebruikers/nieuw">
          {t('accounts.new')}
        </Link>
      )}
    </>
  );
}

function Accounts() {
  const t = useText();
  const { zoek } = route.useSearch();
  const navigate = route.useNavigate();
  const search = (text: string) => void navigate({ search: { zoek: text || undefined }, replace: true });
  const [text, type] = useDebouncedText(zoek ?? '', search);
  const columns = useColumns();
  const list = useAccounts(zoek);
  const accounts = list.data?.pages.flatMap((page) => page.gebruikers) ?? [];
  return (
    <>
      <FilterBar active={zoek ? 1 : 0} onClear={() => search('')}>
        <TextField
          className="accounts__search"
          id="zoek"
          type="search"
          label={t('accounts.search')}
          value={text}
          onChange={(event) => type(event.target.value)}
        />
      </FilterBar>
      {list.isPending && <LoadingState />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && accounts.length === 0 && <EmptyState>{t('accounts.nobody')}</EmptyState>}
      {accounts.length > 0 && (
        <>
          <DataTable
            caption={t('accounts.caption')}
            columns={columns}
            rows={accounts}
            rowId={(account) => String(account.id)}
            pageSize={Infinity}
          />
          <LoadMore shown={accounts.length} list={list} />
        </>
      )}
    </>
  );
}

function useColumns(): Column<Account>[] {
  const t = useText();
  return useMemo(
    () => [
      { id: 'naam', header: t('accounts.name'), rowHeader: true, card: 'title', cell: nameCell },
      { id: 'rollen', header: t('accounts.roles'), card: 'full', cell: rolesCell },
      {
        id: 'tweedeFactor',
        header: t('accounts.second-factor'),
        cell: (account) => t(account.tweedeFactor ? 'accounts.set' : 'accounts.not-set'),
      },
      { id: 'toestand', header: t('accounts.state'), cell: stateCell },
    ],
    [t],
  );
}

const nameCell = (account: Account) => (
  <>
    <Link className="nl-link" to="/gebruikers/$accountId" params={{ accountId: String(account.id) }}>
      {account.weergavenaam}
    </Link>
    <span className="accounts__sign-in-name">{account.naam}</span>
  </>
);

const rolesCell = (account: Account) => <Roles account={account} />;
const stateCell = (account: Account) => <AccountState account={account} />;

function Roles({ account }: { account: Account }) {
  const t = useText();
  if (account.rollen.length === 0) return <>{t('accounts.no-roles')}</>;
  return (
    <ul className="accounts__roles">
      {account.rollen.map((role) => (
        <li key={JSON.stringify(role)}>
          <RoleText role={role} />
        </li>
      ))}
    </ul>
  );
}
