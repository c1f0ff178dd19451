import { Link } from '@tanstack/react-router';
import { useMay, useSession } from '../../api/session';
import { useToday } from '../../api/today';
import { useFormat } from '../../locales/format';
import { useRichText, useText } from '../../locales/Language';
import { Spoken, useWords } from '../../locales/words';
import { Card } from '../../ui/card/Card';
import { Deadline } from '../../ui/deadline/Deadline';
import { ProviderLink } from '../../ui/provider-link/ProviderLink';
import { ErrorState, LoadingState } from '../../ui/states/States';
import { inGroups, termsOf, type Term } from './terms';
import { useOpenCorrections } from './use-work';

/** Corrections that wait for a decision, by how soon. */
export function TermsBlock() {
  const t = useText();
  const today = useToday();
  const mayDecide = useMay('decide_correction');
  const { data: session } = useSession();
  const corrections = useOpenCorrections();
  const terms = corrections.data && session && termsOf(corrections.data, session.gebruiker.id, mayDecide);
  return (
    <Card title={t('my-work.terms')}>
      {corrections.isPending && <LoadingState />}
      {corrections.isError && <ErrorState error={corrections.error} onRetry={() => void corrections.refetch()} />}
      {terms?.length === 0 && <p>{t(mayDecide ? 'my-work.terms.none' : 'my-work.terms.none-proposed')}</p>}
      {inGroups(terms ?? [], today).map(([group, members]) => (
        <section key={group}>
          <h3 className="my-work__group">{t(`my-work.terms.${group}`, { count: members.length })}</h3>
          <ul className="my-work__list">
            {members.map((term) => (
              <TermLine key={term.correction.id} term={term} today={today} />
            ))}
          </ul>
        </section>
      ))}
    </Card>
  );
}

function TermLine({ term: { correction, waitsFor }, today }: { term: Term; today: string }) {
  const t = useText();
  const rich = useRichText();
  const words = useWords();
  const format = useFormat();
  const { aanbieder, label, labelEngels, periode, soort, besluitVoor } = correction;
  return (
    <li className="my-work__line">
      <span>
        <ProviderLink id={aanbieder.id} name={aanbieder.naam} />
        <span className="my-work__detail">
          <Link className="nl-link" to="/correcties/$id" params={{ id: String(correction.id) }}>
            {rich('my-work.terms.what', {
              kind: t(`my-work.correction.${soort}`),
              fact: <Spoken words={words(label, labelEngels)} />,
              period: format.period(periode),
            })}
          </Link>
          {' · '}
          {t(`my-work.terms.waits-${waitsFor}`)}
        </span>
      </span>
      <Deadline day={besluitVoor} today={today} />
    </li>
  );
}
