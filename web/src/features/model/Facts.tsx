import { Fragment, useMemo } from 'react';
import { useText, type Text } from '../../locales/Language';
import { Spoken, useWords } from '../../locales/words';
import { DataTable, type Column } from '../../ui/data-table/DataTable';
import { sourceNames } from '../../ui/source-tag/source-name';
import type { Fact } from './use-model';

/** What the model asks to know, and who may tell it. */
export function Facts({ facts }: { facts: Fact[] }) {
  const t = useText();
  const columns = useColumns();
  return (
    <section id="feiten" tabIndex={-1}>
      <h2>{t('model.facts', { count: facts.length })}</h2>
      <DataTable
        caption={t('model.facts-intro')}
        columns={columns}
        rows={facts}
        rowId={(fact) => fact.feit}
        pageSize={Infinity}
      />
    </section>
  );
}

function useColumns(): Column<Fact>[] {
  const t = useText();
  return useMemo(
    () => [
      { id: 'feit', header: t('model.fact'), rowHeader: true, card: 'title', cell: (fact) => <Question fact={fact} /> },
      { id: 'type', header: t('model.kind'), cell: (fact) => <Kind fact={fact} /> },
      { id: 'frequentie', header: t('model.about'), cell: (fact) => aboutOf(fact, t) },
      {
        id: 'bronnen',
        header: t('model.sources'),
        card: 'full',
        cell: (fact) => <Spoken words={sourceNames(fact.bronnen, t)} />,
      },
      { id: 'bescherming', header: t('model.protection'), cell: (fact) => t(`model.protection.${fact.bescherming}`) },
    ],
    [t],
  );
}

/** A hundred years: longer than any register, so it goes on. */
const always = 1200;

function aboutOf({ geldigMaanden, frequentie }: Fact, t: Text): string {
  if (geldigMaanden === null) return t(`model.about.${frequentie}`);
  return geldigMaanden >= always ? t('model.about.always') : t('model.about.valid', { months: geldigMaanden });
}

function Question({ fact }: { fact: Fact }) {
  const words = useWords();
  return (
    <>
      <span className="model-fact">
        <Spoken words={words(fact.label, fact.labelEngels)} />
      </span>
      <span className="model-quiet">
        <Spoken words={words(fact.vraag, fact.vraagEngels)} />
      </span>
    </>
  );
}

function Kind({ fact }: { fact: Fact }) {
  const t = useText();
  const words = useWords();
  return (
    <>
      {t(`model.kind.${fact.type}`)}
      {fact.eenheid && (
        <span className="model-quiet model-fact">
          <Spoken words={words(fact.eenheid, fact.eenheidEngels)} />
        </span>
      )}
      {fact.opties.length > 0 && (
        <span className="model-quiet model-fact">
          {fact.opties.map(({ sleutel, label, labelEngels }, place) => (
            <Fragment key={sleutel}>
              {place > 0 && ', '}
              <Spoken words={words(label, labelEngels)} />
            </Fragment>
          ))}
        </span>
      )}
    </>
  );
}
