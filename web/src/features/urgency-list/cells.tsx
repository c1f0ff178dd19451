import { FormattedList } from 'react-intl';
import type { ModelWords } from '../../api/model-words';
import { useToday } from '../../api/today';
import type { Schema } from '../../api/types';
import { useText } from '../../locales/Language';
import { Spoken } from '../../locales/words';
import { Deadline } from '../../ui/deadline/Deadline';
import { ProviderLink } from '../../ui/provider-link/ProviderLink';
import { SignalBadge } from '../../ui/signal-badge/SignalBadge';
import { FollowButton } from './FollowButton';
import type { ProviderRow } from './use-urgency-list';

type Provider = Schema['AanbiederRij'];

/** More names do not fit beside a provider that works everywhere. */
const namesShown = 2;

export function NameCell({ provider, municipalities }: { provider: Provider; municipalities: string[] }) {
  const t = useText();
  const today = useToday();
  const more = municipalities.length - namesShown;
  const shown = municipalities.slice(0, namesShown).join(', ');
  const where = more > 0 ? t('urgency-list.and-more', { names: shown, count: more }) : shown;
  const number = provider.kvkNummer && t('urgency-list.kvk', { number: provider.kvkNummer });
  return (
    <>
      <FollowButton provider={provider} />
      <ProviderLink id={provider.id} name={provider.naam} />
      <span className="urgency-list__detail">{[number, where].filter(Boolean).join(' · ')}</span>
      {provider.termijn && (
        <span className="urgency-list__detail">
          {t('urgency-list.term')} <Deadline day={provider.termijn} today={today} />
        </span>
      )}
    </>
  );
}

/** The colour; where facts are missing also what it could be, and how many facts that takes. */
export function SignalCell({ row: { aanbieder, samenvatting } }: { row: ProviderRow }) {
  const t = useText();
  if (!aanbieder.kleur) return <>{t('unknown')}</>;
  const others = samenvatting.mogelijkeKleuren.filter((colour) => colour !== aanbieder.kleur);
  return (
    <>
      <SignalBadge colour={aanbieder.kleur} />
      {others.length > 0 && (
        <span className="urgency-list__detail">
          {t(aanbieder.kleur === 'grijs' ? 'urgency-list.could-be' : 'urgency-list.could-also-be')}{' '}
          <FormattedList type="disjunction" value={others.map((colour) => t(`colour.${colour}`).toLowerCase())} />
        </span>
      )}
      {samenvatting.ontbrekend > 0 && (
        <span className="urgency-list__detail">{t('urgency-list.missing', { count: samenvatting.ontbrekend })}</span>
      )}
    </>
  );
}

const marks = { hoger: '▲', lager: '▼', onbekend: '◌', gelijk: '=', nieuw: '+' };

/** What changed since the screening before, with what the signal was. */
export function ChangeCell({ provider }: { provider: Provider }) {
  const t = useText();
  const { veranderd, vorigeKleur, vorigeSubcategorie } = provider;
  if (!veranderd) return <>–</>;
  const same = vorigeKleur === provider.kleur && vorigeSubcategorie === provider.subcategorie;
  const before = vorigeSubcategorie
    ? t(`sub-category.${vorigeSubcategorie}`)
    : vorigeKleur && t(`colour.${vorigeKleur}`);
  return (
    <>
      <span className="urgency-list__change">
        <span aria-hidden="true">{marks[veranderd]}</span> {t(`change.${veranderd}`)}
      </span>
      {before && !same && (
        <span className="urgency-list__detail">{t('urgency-list.was', { colour: before.toLowerCase() })}</span>
      )}
    </>
  );
}

interface ReasonsProps {
  colour: Provider['kleur'];
  reasons: Schema['KorteReden'][];
  words: ModelWords;
}

/** Only of green nothing particular is known; of another colour it may be that not much is. */
export function ReasonsCell({ colour, reasons, words }: ReasonsProps) {
  const t = useText();
  if (reasons.length === 0)
    return <>{t(colour === 'groen' ? 'urgency-list.no-reasons' : 'urgency-list.no-certain-reasons')}</>;
  return (
    <ul className="urgency-list__reasons">
      {reasons.map((reason) => (
        <li key={reason.indicator}>
          <Spoken words={words.indicator(reason.indicator, reason.titel)} />
          {`\u00a0(${reason.punten})`}
        </li>
      ))}
    </ul>
  );
}
