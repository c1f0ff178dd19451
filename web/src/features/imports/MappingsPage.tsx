import { getRouteApi, Link } from '@tanstack/react-router';
import { useMay } from '../../api/session';
import { useText } from '../../locales/Language';
import { Card } from '../../ui/card/Card';
import { PageHeading } from '../../ui/page-heading/PageHeading';
import { SummaryList } from '../../ui/summary-list/SummaryList';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states/States';
import { MappingForm } from './MappingForm';
import { useKeptDelivery } from './use-kept-delivery';
import { useMappings, type Mapping } from './use-mappings';
import './imports.css';

const route = getRouteApi('/gegevens/koppelingen');

/** Which column of somebody's file is which field. */
export function MappingsPage() {
  const t = useText();
  const { wijzig, nieuw, voor } = route.useSearch();
  const navigate = route.useNavigate();
  const maySave = useMay('save_mapping');
  const mappings = useMappings();
  const edited = mappings.data?.find(({ naam }) => naam === wijzig);
  const { read, keep } = useKeptDelivery();
  const close = (saved?: string) => {
    const delivery = voor && read();
    if (delivery && saved !== undefined) keep({ ...delivery, koppeling: saved });
    void (voor ? navigate({ to: '/gegevens/nieuw' }) : navigate({ search: {} }));
  };
  return (
    <>
      <p>
        <Link className="nl-link" to="/gegevens">
          {t('imports.back')}
        </Link>
      </p>
      <PageHeading
        title={t('imports.mappings')}
        intro={t('imports.mappings-intro')}
        actions={maySave && !nieuw && <Make />}
      />
      {mappings.isPending && <LoadingState />}
      {mappings.isError && <ErrorState error={mappings.error} onRetry={() => void mappings.refetch()} />}
      {maySave && (edited || nieuw) && (
        <MappingForm key={edited?.naam ?? ''} mapping={edited} waiting={voor && read()} onClose={close} />
      )}
      {mappings.data?.length === 0 && <EmptyState>{t('imports.mappings-none')}</EmptyState>}
      {mappings.data?.map((mapping) => (
        <MappingCard key={mapping.naam} mapping={mapping} maySave={maySave} />
      ))}
    </>
  );
}

function Make() {
  const t = useText();
  return (
    <Link className="nl-button nl-button--primary" to="/gegevens/koppelingen" search={{ nieuw: 'ja' }}>
      {t('imports.mapping.make')}
    </Link>
  );
}

function MappingCard({ mapping, maySave }: { mapping: Mapping; maySave: boolean }) {
  const t = useText();
  return (
    <Card title={mapping.naam}>
      <SummaryList items={mapping.kolommen.map(({ kolom, bedoeldAls }) => ({ label: kolom, value: bedoeldAls }))} />
      {maySave && (
        <Link
          className="nl-link"
          to="/gegevens/koppelingen"
          search={{ wijzig: mapping.naam }}
          data-mapping={mapping.naam}
        >
          {t('imports.mapping.edit', { name: mapping.naam })}
        </Link>
      )}
    </Card>
  );
}
