import { Link } from '@tanstack/react-router';
import { useText } from '../../locales/Language';

export function BackToAccounts() {
  const t = useText();
  return (
    <p>
      <Link className="nl-link" to="/gebruikers">
        {t('accounts.back')}
      </Link>
    </p>
  );
}
