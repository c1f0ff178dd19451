import { Navigate } from '@tanstack/react-router';
import { useMenu } from '../../app/shell/use-menu';
import { useText } from '../../locales/Language';
import { EmptyState } from '../../ui/states/States';
import { PageHeading } from '../../ui/page-heading/PageHeading';

/** Goes on to the first page of somebody's menu. */
export function StartPage() {
  const t = useText();
  const [first] = useMenu();
  if (first) return <Navigate to={first.to} replace />;
  return (
    <>
      <PageHeading title={t('start.title')} />
      <EmptyState>{t('start.nothing')}</EmptyState>
    </>
  );
}
