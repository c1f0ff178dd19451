import { useText } from '../../locales/Language';
import { PageHeading } from '../../ui/page-heading/PageHeading';
import { SignInForm } from './SignInForm';
import './sign-in.css';

/** Stands in place of the page that was asked for, so that its address stays. */
export function SignInPage() {
  const t = useText();
  return (
    <div className="sign-in">
      <PageHeading title={t('sign-in.title')} />
      <p>{t('sign-in.intro')}</p>
      <SignInForm />
    </div>
  );
}
