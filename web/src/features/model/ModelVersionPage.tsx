import { getRouteApi, Link } from '@tanstack/react-router';
import { useModelVersion } from '../../api/model';
import { isStep } from '../../app/search';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import { Spoken, useWords } from '../../locales/words';
import { Button } from '../../ui/button/Button';
import { PageHeading } from '../../ui/page-heading/PageHeading';
import { SignalSentence } from '../../ui/signal-sentence/SignalSentence';
import { ErrorState, LoadingState } from '../../ui/states/States';
import { Bands } from './Bands';
import { Caps } from './Caps';
import { Facts } from './Facts';
import { Indicators } from './Indicators';
import type { Version } from './use-model';
import './model.css';

const route = getRouteApi('/model/$name/$hash');

/** A version of the model, to be read by whoever must explain or adopt it. */
export function ModelVersionPage() {
  const t = useText();
  const { name, hash } = route.useParams();
  const version = useModelVersion({ naam: name, hash });
  const head = version.data?.kop.model;
  return (
    <>
      <p>
        <Link className="nl-link" to="/model">
          {t('model.back')}
        </Link>
      </p>
      <PageHeading
        title={head ? t('model.heading', { name: head.naam, version: head.versie }) : t('model.title')}
        actions={<Button onClick={() => window.print()}>{t('model.print')}</Button>}
      />
      {version.isPending && <LoadingState />}
      {version.isError && <ErrorState error={version.error} onRetry={() => void version.refetch()} />}
      {version.data && <Reading version={version.data} />}
    </>
  );
}

function Reading({ version }: { version: Version }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <About version={version} />
      <Contents version={version} />
      <SignalSentence />
      <Bands version={version} />
      <Caps categories={version.categorieen} />
      <Indicators
        version={version}
        search={search}
        onChange={(changed) =>
          void navigate({
            search: (before) => ({ ...before, ...changed }),
            replace: !isStep({ ...search }, { ...changed }),
            resetScroll: false,
          })
        }
      />
      <Facts facts={version.feiten} />
    </>
  );
}

function About({ version }: { version: Version }) {
  const t = useText();
  const format = useFormat();
  const words = useWords();
  const { omschrijving, omschrijvingEngels, bewaardDoor, bewaardOp, huidig, model } = version.kop;
  return (
    <>
      <p className="model-lead">
        <Spoken words={words(omschrijving, omschrijvingEngels)} />
      </p>
      <p className="model-quiet">
        <span className="model-mark">{t(huidig ? 'model.current' : 'model.earlier')}</span>{' '}
        {t('model.kept', { who: bewaardDoor.weergavenaam, when: format.moment(bewaardOp) })}
        <br />
        {t('model.hash')} <code className="model-hash">{model.hash}</code>
      </p>
    </>
  );
}

function Contents({ version }: { version: Version }) {
  const t = useText();
  const parts = [
    ['kleuren', t('model.bands')],
    ['plafonds', t('model.caps')],
    ['vragen', t('model.indicators', { count: version.indicatoren.length })],
    ['feiten', t('model.facts', { count: version.feiten.length })],
  ];
  return (
    <nav aria-label={t('model.contents')}>
      <ul className="model-contents">
        {parts.map(([id, text]) => (
          <li key={id}>
            <a className="nl-link" href={`#${id}`}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
