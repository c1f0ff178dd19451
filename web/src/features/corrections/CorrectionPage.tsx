import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useMay, useSession } from '../../api/session';
import { useToday } from '../../api/today';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import { Said } from '../../locales/words';
import { Card } from '../../ui/card/Card';
import { Deadline } from '../../ui/deadline/Deadline';
import { HiddenValue, useFactName, useFactValue } from '../../ui/fact/fact-words';
import { PageHeading } from '../../ui/page-heading/PageHeading';
import { ProviderLink } from '../../ui/provider-link/ProviderLink';
import { SourceTag } from '../../ui/source-tag/SourceTag';
import { ErrorState, LoadingState } from '../../ui/states/States';
import { SummaryList } from '../../ui/summary-list/SummaryList';
import { DecisionForm } from './DecisionForm';
import { meaningOf } from './meaning';
import { useCorrection, type Correction } from './queries';

const route = getRouteApi('/correcties/$id');

/** One correction: what stands there, what should, why, and the decision. */
export function CorrectionPage() {
  const t = useText();
  const { id } = route.useParams();
  const correction = useCorrection(Number(id));
  if (correction.isPending) return <LoadingState />;
  if (correction.isError)
    return (
      <>
        <PageHeading title={t('corrections.title')} />
        <ErrorState error={correction.error} onRetry={() => void correction.refetch()} />
      </>
    );
  const { body, etag } = correction.data;
  return <Page correction={body} etag={etag ?? ''} />;
}

function Page({ correction, etag }: { correction: Correction; etag: string }) {
  const t = useText();
  const factName = useFactName();
  const [isJustDecided, setJustDecided] = useState(false);
  return (
    <>
      <p>
        <Link className="nl-link" to="/correcties">
          {t('corrections.back')}
        </Link>
      </p>
      <PageHeading
        title={t('corrections.of', { fact: factName(correction).text })}
        intro={t(`corrections.meaning.${meaningOf(correction)}`)}
      />
      <Summary correction={correction} />
      {correction.besluit && isJustDecided && <Decided />}
      {correction.besluit ? (
        <Decision correction={correction} />
      ) : (
        <Deciding correction={correction} etag={etag} onDecided={() => setJustDecided(true)} />
      )}
    </>
  );
}

function Summary({ correction }: { correction: Correction }) {
  const t = useText();
  const format = useFormat();
  const today = useToday();
  const seesScreenings = useMay('list_screenings');
  const factValue = useFactValue();
  const value = (content: Correction['huidigeWaarde']) =>
    correction.afgeschermd ? <HiddenValue type={correction.type} /> : factValue(content, correction);
  return (
    <Card>
      <SummaryList
        items={[
          {
            label: t('corrections.provider'),
            value: <ProviderLink id={correction.aanbieder.id} name={correction.aanbieder.naam} />,
          },
          { label: t('corrections.period'), value: format.period(correction.periode) },
          { label: t('corrections.kind'), value: t(`corrections.kind.${correction.soort}`) },
          {
            label: t(correction.besluit ? 'corrections.before' : 'corrections.current'),
            value: value(correction.huidigeWaarde),
          },
          {
            label: t('corrections.proposed'),
            value:
              correction.soort === 'betwisting' && correction.voorgesteldeWaarde === null
                ? t('corrections.no-proposal')
                : value(correction.voorgesteldeWaarde),
          },
          { label: t('corrections.reason'), value: <span lang="nl">{correction.reden}</span> },
          {
            label: t('corrections.source'),
            value: (
              <SourceTag
                name={correction.bron.naam}
                document={correction.bron.document}
                knownOn={correction.bekendOp}
              />
            ),
          },
          {
            label: t('corrections.by'),
            value: `${correction.ingediendDoor.weergavenaam}, ${format.moment(correction.ingediendOp)}`,
          },
          ...(correction.status === 'open'
            ? [{ label: t('corrections.term'), value: <Deadline day={correction.besluitVoor} today={today} /> }]
            : []),
          // Who sees no screenings is not told of them, and an empty list would say that there were none.
          ...(seesScreenings
            ? [
                {
                  label: t('corrections.screenings'),
                  value: t('corrections.screenings-count', { count: correction.geraakteScreenings.length }),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

/** What the form brought about; it takes the focus that the form had. */
function Decided() {
  const t = useText();
  const message = useRef<HTMLParagraphElement>(null);
  useEffect(() => message.current?.focus(), []);
  return (
    <p ref={message} role="status" tabIndex={-1}>
      {t('corrections.decided')}
    </p>
  );
}

function Decision({ correction: { besluit, ingediendDoor } }: { correction: Correction }) {
  const t = useText();
  const format = useFormat();
  if (!besluit) return null;
  const atOnce = besluit.door.id === ingediendDoor.id;
  return (
    <Card title={t('corrections.decision')}>
      <SummaryList
        items={[
          { label: t('corrections.outcome'), value: t(`corrections.status.${besluit.uitkomst}`) },
          {
            label: t('corrections.reason'),
            // A correction that holds at once is decided by who proposed it, in a sentence of the server.
            value: atOnce ? <Said dutch={besluit.reden} /> : <span lang="nl">{besluit.reden}</span>,
          },
          {
            label: t('corrections.decided-by'),
            value: `${besluit.door.weergavenaam}, ${format.moment(besluit.op)}`,
          },
        ]}
      />
    </Card>
  );
}

/** Who proposed a correction does not decide about it. */
function Deciding({ correction, etag, onDecided }: { correction: Correction; etag: string; onDecided: () => void }) {
  const t = useText();
  const { data: session } = useSession();
  const mayDecide = useMay('decide_correction');
  const isOwn = session?.gebruiker.id === correction.ingediendDoor.id;
  return (
    <Card title={t('corrections.decision')}>
      {isOwn && <p>{t('corrections.own')}</p>}
      {!isOwn && !mayDecide && <p>{t('corrections.waits')}</p>}
      {!isOwn && mayDecide && <DecisionForm correction={correction} etag={etag} onDecided={onDecided} />}
    </Card>
  );
}
