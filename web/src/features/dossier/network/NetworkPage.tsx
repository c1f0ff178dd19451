import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import type { Schema } from '../../../api/types';
import { useText } from '../../../locales/Language';
import { Card } from '../../../ui/card/Card';
import { ProviderLink } from '../../../ui/provider-link/ProviderLink';
import { EmptyState, ErrorState, LoadingState } from '../../../ui/states/States';
import { KnownWord } from '../known-words';
import { useDossier, useProvider } from '../queries';
import { Establishments } from './Establishments';
import { NetworkFigure } from './NetworkFigure';
import { RelationTable } from './RelationTable';
import { sharedIn, type Shared } from './shared';
import './network.css';

/** With whom and what the provider is connected, and who shares that: first as a list, then as a drawing. */
export function NetworkPage() {
  const t = useText();
  const { id, asOf } = useDossier();
  const { data: provider } = useProvider(id, asOf);
  const relations = useQuery({
    queryKey: ['aanbieder', id, 'relaties', asOf],
    queryFn: async (): Promise<Schema['Relatie'][]> =>
      (
        await unwrap(
          api.GET('/aanbieders/{aanbiederId}/relaties', { params: { path: { aanbiederId: id }, query: { ...asOf } } }),
        )
      ).relaties,
  });
  if (relations.isPending) return <LoadingState />;
  if (relations.isError) return <ErrorState error={relations.error} onRetry={() => void relations.refetch()} />;
  const shared = sharedIn(relations.data);
  return (
    <>
      <p className="network__caution">{t('dossier.network.caution')}</p>
      {shared.length === 0 ? (
        <EmptyState>{t('dossier.network.nothing-shared')}</EmptyState>
      ) : (
        <div className="network">
          <Card title={t('dossier.network.list')}>
            {shared.map((each) => (
              <SharedItem key={each.id} shared={each} />
            ))}
          </Card>
          <NetworkFigure name={provider?.naam ?? ''} shared={shared} />
        </div>
      )}
      <RelationTable relations={relations.data} />
      <Establishments />
    </>
  );
}

function SharedItem({ shared: { kind, name, others } }: { shared: Shared }) {
  const t = useText();
  return (
    <section className="network__item">
      <h3 className="network__name">{name ?? t('dossier.hidden')}</h3>
      <p className="dossier__soft">{t(`dossier.network.${kind}`, { count: others.length })}</p>
      <ul>
        {others.map((other) => (
          <li key={other.id}>
            <ProviderLink id={other.id} name={other.naam} />{' '}
            <span className="dossier__soft">
              (<KnownWord kind="role" word={other.role} />)
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
