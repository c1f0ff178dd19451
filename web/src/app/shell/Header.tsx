import { Link } from '@tanstack/react-router';
import type { Session } from '../../api/types';
import { useLanguage, useText } from '../../locales/Language';
import { AccountMenu } from './AccountMenu';
import { LanguageSwitch } from './LanguageSwitch';
import { MainMenu } from './MainMenu';
import { useRegion } from './region';

export function Header({ session }: { session: Session | null }) {
  const { language } = useLanguage();
  const region = useRegion();
  const notice = region?.melding?.[language];
  return (
    <header className="header">
      <div className="header__bar">
        <div className="shell__width header__row">
          <Brand name={region?.naam ?? ''} logo={region?.logo ?? null} />
          <div className="header__tools">
            <LanguageSwitch />
            {session && <AccountMenu session={session} />}
          </div>
        </div>
      </div>
      {notice && (
        <p className="header__notice">
          <span className="shell__width">{notice}</span>
        </p>
      )}
      {session && <MainMenu />}
    </header>
  );
}

function Brand({ name, logo }: { name: string; logo: string | null }) {
  const t = useText();
  return (
    <Link className="header__brand" to="/">
      {logo ? <img className="header__logo" src={logo} alt="" /> : <Mark />}
      <span>
        <span className="header__product">{t('shell.product')}</span>
        <span className="header__region">{name}</span>
      </span>
    </Link>
  );
}

/** A lifted boom: open for whoever may pass. */
function Mark() {
  return (
    <svg className="header__logo" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <rect x="1.5" y="1.5" width="37" height="37" rx="6" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M10 32V16m-3 16h6M11 18 32 9" fill="none" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
    </svg>
  );
}
