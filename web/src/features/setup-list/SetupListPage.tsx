import { getRouteApi, Link } from '@tanstack/react-router';
import { useMunicipalities } from '../../api/reference-data';
import { useMay } from '../../api/session';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import { Card } from '../../ui/card/Card';
import { PageHeading } from '../../ui/page-heading/PageHeading';
import { ErrorState, LoadingState } from '../../ui/states/States';
import { TaskList, type Task } from '../../ui/task-list/TaskList';
import { PartForm } from './PartForm';
import { partId, useSetupList, type Part, type SetupList } from './use-setup-list';
import './setup-list.css';

const route = getRouteApi('/instellijst');

/** What must be arranged before a screening is more than a trial. */
export function SetupListPage() {
  const t = useText();
  const list = useSetupList();
  return (
    <>
      <PageHeading title={t('setup-list.title')} intro={t('setup-list.intro')} />
      {list.isPending && <LoadingState />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && <Parts list={list.data} />}
    </>
  );
}

function Parts({ list }: { list: SetupList }) {
  const t = useText();
  const { wijzig } = route.useSearch();
  const navigate = route.useNavigate();
  const mayEdit = useMay('edit_setup');
  const nameOf = useNameOf();
  const taskOf = useTask(mayEdit);
  const edited = mayEdit ? list.onderdelen.find((part) => partId(part) === wijzig) : undefined;
  const close = () => void navigate({ search: {}, resetScroll: false });
  const region = list.onderdelen.filter((part) => part.gemeente === null);
  const municipal = list.onderdelen.filter((part) => part.gemeente !== null);
  return (
    <>
      <Progress list={list} />
      {edited && (
        <PartForm key={partId(edited)} part={edited} name={nameOf(edited)} version={list.versie} onClose={close} />
      )}
      <Card title={t('setup-list.region')}>
        <TaskList tasks={region.map(taskOf)} />
      </Card>
      {municipal.length > 0 && (
        <Card title={t('setup-list.municipal')}>
          <p>{t('setup-list.municipal-intro')}</p>
          <TaskList tasks={municipal.map(taskOf)} />
        </Card>
      )}
      {!mayEdit && <p>{t('setup-list.read-only')}</p>}
    </>
  );
}

function Progress({ list }: { list: SetupList }) {
  const t = useText();
  const done = list.onderdelen.filter((part) => part.gereed).length;
  return (
    <div className={`utrecht-alert utrecht-alert--${list.compleet ? 'ok' : 'warning'} setup-progress`}>
      <p className="setup-progress__count">{t('setup-list.progress', { done, all: list.onderdelen.length })}</p>
      <p>{t(list.compleet ? 'setup-list.complete' : 'setup-list.trial')}</p>
    </div>
  );
}

function useNameOf() {
  const t = useText();
  const { nameOf } = useMunicipalities();
  return (part: Part) => (part.gemeente ? nameOf(part.gemeente) : t(`setup-list.part.${part.onderdeel}`));
}

function useTask(mayEdit: boolean): (part: Part) => Task {
  const t = useText();
  const nameOf = useNameOf();
  return (part) => ({
    id: partId(part),
    state: part.gereed ? 'done' : 'to-do',
    name: mayEdit ? (
      <Link className="nl-link" to="/instellijst" search={{ wijzig: partId(part) }}>
        {t('setup-list.change', { name: nameOf(part) })}
      </Link>
    ) : (
      nameOf(part)
    ),
    hint: <Hint part={part} />,
  });
}

function Hint({ part }: { part: Part }) {
  const t = useText();
  const format = useFormat();
  return (
    <>
      {part.gemeente === null && <span className="setup-hint">{t(`setup-list.sentence.${part.onderdeel}`)}</span>}
      {part.stuk && part.datum && (
        <span className="setup-hint">
          {t('setup-list.document', { document: part.stuk, date: format.date(part.datum) })}
        </span>
      )}
      {part.door && part.op && (
        <span className="setup-hint">
          {t('setup-list.who', { who: part.door.weergavenaam, when: format.moment(part.op) })}
        </span>
      )}
    </>
  );
}
