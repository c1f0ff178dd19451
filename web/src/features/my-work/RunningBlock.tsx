import { Link } from '@tanstack/react-router';
import { useMay } from '../../api/session';
import type { Schema } from '../../api/types';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import { Card } from '../../ui/card/Card';
import { ErrorState, LoadingState } from '../../ui/states/States';
import { useImports, useJobs } from './use-work';

type Job = Schema['Taak'];

/** Work that the server does or could not do, and deliveries in which rows were refused. */
export function RunningBlock() {
  const t = useText();
  const maySeeImports = useMay('list_imports');
  const jobs = useJobs(true);
  const imports = useImports(maySeeImports);
  const failed = [jobs, imports].find((query) => query.isError);
  const isLoading = jobs.isPending || (maySeeImports && imports.isPending);
  const open = jobs.data?.filter((job) => job.status !== 'gelukt') ?? [];
  const refused = imports.data?.filter(({ tellingen }) => tellingen.geweigerd > 0) ?? [];
  return (
    <Card title={t(maySeeImports ? 'my-work.running-and-data' : 'my-work.running')}>
      {failed && <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />}
      {!failed && isLoading && <LoadingState />}
      {jobs.data && open.length === 0 && <p>{t('my-work.running.none')}</p>}
      <ul className="my-work__list">
        {open.map((job) => (
          <JobLine key={job.id} job={job} />
        ))}
      </ul>
      {imports.data && refused.length === 0 && <p>{t('my-work.imports.none', { count: imports.data.length })}</p>}
      <ul className="my-work__list">
        {refused.map((each) => (
          <ImportLine key={each.id} delivery={each} />
        ))}
      </ul>
    </Card>
  );
}

function JobLine({ job }: { job: Job }) {
  const t = useText();
  const format = useFormat();
  const name = t(`my-work.job.${job.soort}`);
  return (
    <li className="my-work__line">
      <span>
        {job.soort === 'screening' ? (
          <Link className="nl-link" to="/screenings/taken/$taakId" params={{ taakId: String(job.id) }}>
            {name}
          </Link>
        ) : (
          name
        )}
        <span className="my-work__detail">
          {t('my-work.job.asked', { date: format.moment(job.aangevraagdOp), name: job.aangevraagdDoor.weergavenaam })}
        </span>
        {job.reden && (
          <span className="my-work__detail" lang="nl">
            {job.reden}
          </span>
        )}
      </span>
      <b>{t(`my-work.job.${job.status}`)}</b>
    </li>
  );
}

function ImportLine({ delivery: { id, bestandsnaam, op, tellingen } }: { delivery: Schema['Importkop'] }) {
  const t = useText();
  const format = useFormat();
  return (
    <li className="my-work__line">
      <span>
        <Link className="nl-link" to="/gegevens/$importId" params={{ importId: String(id) }}>
          {bestandsnaam}
        </Link>
        <span className="my-work__detail">{format.moment(op)}</span>
      </span>
      <b>{t('my-work.imports.refused', { count: tellingen.geweigerd, total: tellingen.rijen })}</b>
    </li>
  );
}
