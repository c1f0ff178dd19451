import { useMunicipalities } from '../../api/reference-data';
import { useText } from '../../locales/Language';
import { Card } from '../../ui/card/Card';
import { colourGroups } from '../../ui/group-bars/groups';
import { ListLink } from '../../ui/list-link/ListLink';
import { SignalShape } from '../../ui/signal-badge/SignalShape';
import '../../ui/signal-badge/signal-badge.css';
import { ErrorState, LoadingState } from '../../ui/states/States';
import { ProviderLine } from './ChangesBlock';
import { useOwnMunicipality, useOwnProviders } from './use-work';

/** The most urgent that fit beside other work. */
const shown = 5;

/** The providers of one's own municipality: how many of each colour, and who comes first. */
export function OwnBlock() {
  const t = useText();
  const own = useOwnProviders();
  const gemeente = useOwnMunicipality();
  const { nameOf } = useMunicipalities();
  const title = gemeente ? t('my-work.own-in', { place: nameOf(gemeente) }) : t('my-work.own');
  const first = own.data?.providers.filter(({ kleur }) => kleur === 'rood').slice(0, shown) ?? [];
  return (
    <Card title={title}>
      {own.isPending && <LoadingState />}
      {own.isError && <ErrorState error={own.error} onRetry={() => void own.refetch()} />}
      {own.data && !own.data.screening && <p>{t('my-work.no-screening')}</p>}
      {own.data?.screening && (
        <>
          <ul className="my-work__counts">
            {colourGroups.map((kleur) => (
              <li key={kleur}>
                <SignalShape colour={kleur} />
                <ListLink search={{ kleur, gemeente }}>
                  <b>{own.data.counts[kleur]}</b> {t(`colour.${kleur}`).toLowerCase()}
                </ListLink>
              </li>
            ))}
          </ul>
          {first.length > 0 && <h3 className="my-work__group">{t('my-work.own.first')}</h3>}
          <ul className="my-work__list">
            {first.map((provider) => (
              <ProviderLine key={provider.id} provider={provider} />
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
