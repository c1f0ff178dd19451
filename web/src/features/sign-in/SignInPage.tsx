import { useFarewell } from '../../api/session';
import { useText } from '../../locales/Language';
import { PageHeading } from '../../ui/page-heading/PageHeading';
import { SignInForm } from './SignInForm';
import './sign-in.css';

/** Stands in place of the page that was asked for, so that its address stays. */
export function SignInPage() {
  const t = useText();
  const farewell = useFarewell();
  return (
    <div className="sign-in">
      <PageHeading title={t('sign-in.title')} />
      <p role="status">{farewell && t(`sign-in.farewell.${farewell}`)}</p>
      <p>{t('sign-in.intro')}</p>
      <SignInForm />
    </div>
  );
}
