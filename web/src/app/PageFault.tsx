import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useText } from '../locales/Language';
import { PageHeading } from '../ui/page-heading/PageHeading';
import { ErrorState } from '../ui/states/States';

/** Instead of a page that could not be shown. */
export function PageFault({ error, reset }: ErrorComponentProps) {
  const t = useText();
  const router = useRouter();
  const again = () => {
    reset();
    void router.invalidate();
  };
  return (
    <>
      <PageHeading title={t('state.error.title')} />
      <ErrorState error={error} onRetry={again} />
    </>
  );
}
