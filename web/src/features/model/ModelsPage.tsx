import { Link } from '@tanstack/react-router';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import { Spoken, useWords } from '../../locales/words';
import { Card } from '../../ui/card/Card';
import { PageHeading } from '../../ui/page-heading/PageHeading';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states/States';
import { useModels, type VersionHead } from './use-model';
import './model.css';

/** The models that are loaded, and which version holds now. */
export function ModelsPage() {
  const t = useText();
  const models = useModels();
  return (
    <>
      <PageHeading title={t('model.title')} intro={t('model.intro')} />
      {models.isPending && <LoadingState />}
      {models.isError && <ErrorState error={models.error} onRetry={() => void models.refetch()} />}
      {models.data?.length === 0 && <EmptyState>{t('model.none')}</EmptyState>}
      {models.data?.map(({ name, versions }) => (
        <Card key={name} title={name}>
          <ul className="model-versions">
            {versions.map((version) => (
              <Version key={version.model.hash} version={version} />
            ))}
          </ul>
        </Card>
      ))}
    </>
  );
}

function Version({ version }: { version: VersionHead }) {
  const t = useText();
  const words = useWords();
  const format = useFormat();
  const { naam, hash, versie } = version.model;
  return (
    <li>
      <p className="model-versions__name">
        <Link className="nl-link" to="/model/$name/$hash" params={{ name: naam, hash }}>
          {t('model.version', { version: versie })}
        </Link>
        <span className="model-mark">{t(version.huidig ? 'model.current' : 'model.earlier')}</span>
      </p>
      <p>
        <Spoken words={words(version.omschrijving, version.omschrijvingEngels)} />
      </p>
      <p className="model-quiet">
        {t('model.kept', { who: version.bewaardDoor.weergavenaam, when: format.moment(version.bewaardOp) })}
      </p>
    </li>
  );
}
