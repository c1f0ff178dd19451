import { useState } from 'react';
import type { Session } from '../../api/types';
import { useText } from '../../locales/Language';
import { PageHeading } from '../../ui/page-heading/PageHeading';
import { PasswordForm } from './PasswordForm';
import { SecondFactorForm } from './SecondFactorForm';
import './sign-in.css';

/** What somebody must arrange before anything else is allowed: a password of his own, then the second factor. */
export function FirstSetup({ session }: { session: Session }) {
  const t = useText();
  const [password, setPassword] = useState<string | null>(null);
  const step = session.eerstInstellen.includes('wachtwoord') ? 'wachtwoord' : 'tweede-factor';
  return (
    <div className="sign-in">
      <PageHeading title={t(`first-setup.${step}.title`)} />
      <p>{t(`first-setup.${step}.intro`)}</p>
      {step === 'wachtwoord' ? <PasswordForm onDone={setPassword} /> : <SecondFactorForm password={password} />}
    </div>
  );
}
