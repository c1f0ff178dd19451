import { Link } from '@tanstack/react-router';
import { useMay } from '../../api/session';
import type { Change } from '../../api/types';
import { useText } from '../../locales/Language';
import { Card } from '../../ui/card/Card';
import { ListLink } from '../../ui/list-link/ListLink';
import { ProviderLink } from '../../ui/provider-link/ProviderLink';
import { SignalBadge } from '../../ui/signal-badge/SignalBadge';
import { ErrorState, LoadingState } from '../../ui/states/States';
import { changesIn, type Provider } from './changes';
import { useOwnMunicipality, useOwnProviders } from './use-work';

/** The rest is one press away. */
const shown = 5;

/** Whose colour or shade differs from the screening before. */
export function ChangesBlock() {
  const t = useText();
  const own = useOwnProviders();
  const mayCompare = useMay('compare_screenings');
  const changes = changesIn(own.data?.providers ?? []);
  const screening = own.data?.screening;
  return (
    <Card title={t('my-work.changes')}>
      {own.isPending && <LoadingState />}
      {own.isError && <ErrorState error={own.error} onRetry={() => void own.refetch()} />}
      {own.data && !screening && <p>{t('my-work.no-screening')}</p>}
      {screening && changes.length === 0 && <p>{t('my-work.changes.none')}</p>}
      {changes.map(([change, providers]) => (
        <ChangeList key={change} change={change} providers={providers} />
      ))}
      {screening && mayCompare && (
        <p>
          <Link
            className="nl-link"
            to="/screenings/$screeningId/vergelijking"
            params={{ screeningId: String(screening.id) }}
          >
            {t('my-work.changes.why')}
          </Link>
        </p>
      )}
    </Card>
  );
}

function ChangeList({ change, providers }: { change: Change; providers: Provider[] }) {
  const t = useText();
  const gemeente = useOwnMunicipality();
  return (
    <section>
      <h3 className="my-work__group">{t(`my-work.changes.${change}`, { count: providers.length })}</h3>
      <ul className="my-work__list">
        {providers.slice(0, shown).map((provider) => (
          <ProviderLine key={provider.id} provider={provider} />
        ))}
      </ul>
      {providers.length > shown && (
        <p>
          <ListLink search={{ veranderd: change, gemeente }}>
            {t(`my-work.changes.all-${change}`, { count: providers.length })}
          </ListLink>
        </p>
      )}
    </section>
  );
}

/** A provider with its colour now and the one before. */
export function ProviderLine({ provider }: { provider: Provider }) {
  const t = useText();
  const { id, naam, kleur, subcategorie, vorigeKleur } = provider;
  return (
    <li className="my-work__line">
      <ProviderLink id={id} name={naam} />
      {kleur && (
        <span className="my-work__signal">
          <SignalBadge colour={kleur} word={subcategorie ? t(`sub-category.${subcategorie}`) : undefined} />
          {vorigeKleur && vorigeKleur !== kleur && (
            <span className="my-work__detail">
              {t('my-work.was', { colour: t(`colour.${vorigeKleur}`).toLowerCase() })}
            </span>
          )}
        </span>
      )}
    </li>
  );
}
