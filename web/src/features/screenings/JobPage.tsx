import { getRouteApi, Link } from '@tanstack/react-router';
import type { Schema } from '../../api/types';
import { useFormat } from '../../locales/format';
import { useRichText, useText } from '../../locales/Language';
import { Card } from '../../ui/card/Card';
import { PageHeading } from '../../ui/page-heading/PageHeading';
import { ErrorState, LoadingState } from '../../ui/states/States';
import { SummaryList } from '../../ui/summary-list/SummaryList';
import { isUnderWay, screeningOf, useJob } from './use-job';
import './screenings.css';

const route = getRouteApi('/screenings/taken/$taakId');

/** How far a screening is that was started; leaving the page does not stop it. */
export function JobPage() {
  const t = useText();
  const { taakId } = route.useParams();
  const job = useJob(taakId);
  return (
    <>
      <PageHeading title={t('screenings.job.title')} intro={t('screenings.job.intro')} />
      {job.isPending && <LoadingState />}
      {job.isError && <ErrorState error={job.error} onRetry={() => void job.refetch()} />}
      {job.data && !job.isError && <Progress job={job.data} />}
      <p>
        <Link className="nl-link" to="/screenings">
          {t('screenings.back')}
        </Link>
      </p>
    </>
  );
}

function Progress({ job }: { job: Schema['Taak'] }) {
  const t = useText();
  const rich = useRichText();
  const format = useFormat();
  const screening = screeningOf(job);
  return (
    <Card>
      {/* Only the state is spoken, not each provider that is done. */}
      <p className="screenings__state" role="status">
        {t(`screenings.job.${job.status}`)}
      </p>
      {isUnderWay(job) && <HowFar job={job} />}
      {job.reden && <p>{rich('screenings.job.reason', { reason: <span lang="nl">{job.reden}</span> })}</p>}
      <SummaryList
        items={[
          { label: t('screenings.by'), value: job.aangevraagdDoor.weergavenaam },
          { label: t('screenings.job.asked'), value: format.moment(job.aangevraagdOp) },
          ...(job.klaarOp ? [{ label: t('screenings.done'), value: format.moment(job.klaarOp) }] : []),
        ]}
      />
      {screening && (
        <p>
          <Link
            className="nl-button nl-button--primary"
            to="/screenings/$screeningId"
            params={{ screeningId: screening }}
          >
            {t('screenings.job.result')}
          </Link>
        </p>
      )}
      {job.status === 'mislukt' && (
        <p>
          <Link className="nl-link" to="/screenings/nieuw">
            {t('screenings.job.again')}
          </Link>
        </p>
      )}
    </Card>
  );
}

function HowFar({ job: { gedaan, totaal } }: { job: Schema['Taak'] }) {
  const t = useText();
  return (
    <p>
      <progress
        className="screenings__progress"
        aria-label={t('screenings.job.progress')}
        max={totaal ?? undefined}
        value={totaal === null ? undefined : gedaan}
      />
      {totaal !== null && t('screenings.job.count', { done: gedaan, total: totaal })}
    </p>
  );
}
