import { Link } from '@tanstack/react-router';
import { may, useSession } from '../../api/session';
import type { Verb } from '../../api/types';
import { useText } from '../../locales/Language';
import { useDossier } from './queries';

export const tabs = [
  { to: '/aanbieders/$id', label: 'dossier.tab.overview', verb: 'view_provider' },
  { to: '/aanbieders/$id/feiten', label: 'dossier.tab.facts', verb: 'view_facts' },
  { to: '/aanbieders/$id/overeenkomsten', label: 'dossier.tab.contracts', verb: 'view_contracts' },
  { to: '/aanbieders/$id/netwerk', label: 'dossier.tab.network', verb: 'view_relations' },
  { to: '/aanbieders/$id/historie', label: 'dossier.tab.history', verb: 'view_history' },
  { to: '/aanbieders/$id/logboek', label: 'dossier.tab.log', verb: 'view_audit' },
] as const satisfies { to: string; label: string; verb: Verb }[];

/** The pages of a dossier, as links: each has its own address. */
export function DossierTabs() {
  const t = useText();
  const { id, asOf } = useDossier();
  const { data: session } = useSession();
  return (
    <nav className="dossier-tabs" aria-label={t('dossier.tabs')}>
      <ul className="dossier-tabs__list">
        {tabs
          .filter((tab) => session && may(session, tab.verb))
          .map((tab) => (
            <li key={tab.to}>
              <Link
                className="dossier-tabs__link"
                to={tab.to}
                params={{ id: String(id) }}
                search={asOf}
                activeOptions={{ exact: true, includeSearch: false }}
                resetScroll={false}
              >
                {t(tab.label)}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
