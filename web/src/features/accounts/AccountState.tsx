import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import type { Account } from './use-accounts';

/** Whether somebody can get in, in words. */
export function AccountState({ account }: { account: Account }) {
  const t = useText();
  const format = useFormat();
  if (account.geblokkeerdOp !== null)
    return <b>{t('accounts.blocked-since', { when: format.moment(account.geblokkeerdOp) })}</b>;
  return <>{t(account.beginwachtwoord ? 'accounts.first-password' : 'accounts.active')}</>;
}
