import { Link } from '@tanstack/react-router';
import { useMunicipalities } from '../../api/reference-data';
import { useText } from '../../locales/Language';
import { Card } from '../../ui/card/Card';
import { ErrorState, LoadingState } from '../../ui/states/States';
import { TaskList } from '../../ui/task-list/TaskList';
import { useSetup } from './use-work';

/** What still has to be arranged before a screening is more than a trial. */
export function SetupBlock() {
  const t = useText();
  const setup = useSetup();
  const { nameOf } = useMunicipalities();
  const open = setup.data?.onderdelen.filter((each) => !each.gereed) ?? [];
  return (
    <Card title={t('my-work.setup')}>
      {setup.isPending && <LoadingState />}
      {setup.isError && <ErrorState error={setup.error} onRetry={() => void setup.refetch()} />}
      {setup.data && (
        <p>
          {open.length === 0
            ? t('my-work.setup.complete', { count: setup.data.onderdelen.length })
            : t('my-work.setup.open', { count: open.length, total: setup.data.onderdelen.length })}
        </p>
      )}
      {open.length > 0 && (
        <TaskList
          tasks={open.map(({ onderdeel, gemeente, titel }) => ({
            id: `${onderdeel}-${gemeente ?? ''}`,
            name: <span lang="nl">{titel}</span>,
            hint: gemeente && nameOf(gemeente),
            state: 'to-do',
          }))}
        />
      )}
      <p>
        <Link className="nl-link" to="/instellijst">
          {t('my-work.setup.more')}
        </Link>
      </p>
    </Card>
  );
}
