import { Link } from '@tanstack/react-router';
import { useText } from '../locales/Language';
import { PageHeading } from '../ui/page-heading/PageHeading';

export function NotFound() {
  const t = useText();
  return (
    <>
      <PageHeading title={t('not-found.title')} />
      <p>{t('not-found.text')}</p>
      <p>
        <Link className="nl-link" to="/">
          {t('not-found.start')}
        </Link>
      </p>
    </>
  );
}
