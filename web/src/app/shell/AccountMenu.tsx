import { Link } from '@tanstack/react-router';
import { useSignOut } from '../../api/session';
import type { Session } from '../../api/types';
import { useText } from '../../locales/Language';
import { Button } from '../../ui/button/Button';
import { Disclosure } from '../../ui/disclosure/Disclosure';

export function AccountMenu({ session }: { session: Session }) {
  const t = useText();
  const signOut = useSignOut();
  const roles = [...new Set(session.rollen.map((role) => t(`role.${role.rol}`)))];
  return (
    <Disclosure
      className="account-menu"
      label={
        <>
          <span className="account-menu__name">{session.gebruiker.weergavenaam}</span>
          <span className="account-menu__role">{roles[0]}</span>
        </>
      }
    >
      <p className="account-menu__heading">{t('account.roles')}</p>
      <ul className="account-menu__roles">
        {roles.map((role) => (
          <li key={role}>{role}</li>
        ))}
      </ul>
      <p>
        <Link className="nl-link" to="/mijn-account">
          {t('own-account.title')}
        </Link>
      </p>
      <Button onClick={() => void signOut(false)}>{t('account.sign-out')}</Button>
      <Button look="subtle" onClick={() => void signOut(true)}>
        {t('account.sign-out-everywhere')}
      </Button>
    </Disclosure>
  );
}
