import { Link } from '@tanstack/react-router';
import { useText } from '../../locales/Language';
import { Card } from '../../ui/card/Card';
import { providersOf } from './blocks';
import { useWorker } from './roles';

const pages = [
  { to: '/aanbieders/$id', label: 'my-work.provider.overview' },
  { to: '/aanbieders/$id/feiten', label: 'my-work.provider.facts' },
  { to: '/aanbieders/$id/overeenkomsten', label: 'my-work.provider.contracts' },
] as const;

/** What is kept about a provider, for the provider itself: no list leads there, so this page does. */
export function ProviderBlock() {
  const t = useText();
  const worker = useWorker();
  return (
    <Card title={t('my-work.provider')}>
      <p>{t('my-work.provider.text')}</p>
      {(worker ? providersOf(worker) : []).map((id) => (
        <ul key={id} className="my-work__list">
          {pages.map(({ to, label }) => (
            <li key={to} className="my-work__line">
              <Link className="nl-link" to={to} params={{ id: String(id) }}>
                {t(label)}
              </Link>
            </li>
          ))}
        </ul>
      ))}
    </Card>
  );
}
