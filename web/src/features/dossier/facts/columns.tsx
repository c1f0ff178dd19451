import { Link } from '@tanstack/react-router';
import { useMay } from '../../../api/session';
import { useFormat } from '../../../locales/format';
import { useRichText, useText } from '../../../locales/Language';
import { Spoken } from '../../../locales/words';
import type { Column } from '../../../ui/data-table/DataTable';
import { HiddenValue, useFactName, useFactValue } from '../../../ui/fact/fact-words';
import { SourceTag } from '../../../ui/source-tag/SourceTag';
import { useDossier } from '../queries';
import { certaintyKey } from '../values';
import type { Fact } from './use-facts';

/** The columns of a list of facts: what, how much, from where, and the three times. */
export function useFactColumns(id: number, { withActions = true } = {}): Column<Fact>[] {
  const t = useText();
  const format = useFormat();
  return [
    {
      id: 'fact',
      header: t('dossier.facts.fact'),
      rowHeader: true,
      card: 'title',
      cell: (fact) => (
        <>
          <FactLabel fact={fact} /> <Status fact={fact} />
        </>
      ),
    },
    { id: 'value', header: t('dossier.facts.value'), card: 'full', cell: (fact) => <FactValue fact={fact} /> },
    {
      id: 'source',
      header: t('dossier.facts.source'),
      cell: ({ bron }) => (
        <SourceTag name={bron.naam} document={bron.document} certainty={t(certaintyKey(bron.soort))} />
      ),
    },
    { id: 'period', header: t('dossier.facts.period'), cell: (fact) => format.period(fact.periode) },
    { id: 'known', header: t('dossier.facts.known'), cell: (fact) => format.shortDate(fact.bekendOp) },
    {
      id: 'recorded',
      header: t('dossier.facts.recorded'),
      cell: (fact) => (
        <>
          {format.shortDate(fact.geregistreerdOp)}
          {fact.vervangenOp && (
            <span className="dossier__soft">
              {t('dossier.facts.until', { date: format.shortDate(fact.vervangenOp) })}
            </span>
          )}
        </>
      ),
    },
    ...(withActions
      ? [{ id: 'actions', header: t('dossier.facts.actions'), card: 'full' as const, cell: actions }]
      : []),
  ];

  function actions(fact: Fact) {
    return <FactActions id={id} fact={fact} />;
  }
}

function FactLabel({ fact }: { fact: Fact }) {
  const factName = useFactName();
  const name = <Spoken words={factName(fact)} />;
  return fact.status === 'ingehaald' ? <span className="fact-overtaken">{name}</span> : name;
}

function Status({ fact }: { fact: Fact }) {
  const t = useText();
  if (fact.status === 'geldt') return null;
  return (
    <span className="fact-status" data-status={fact.status}>
      {t(`dossier.status.${fact.status}`)}
    </span>
  );
}

/** A value that the reader may not see is there, which is another thing than unknown; one that was withdrawn is not. */
function FactValue({ fact }: { fact: Fact }) {
  const rich = useRichText();
  const factValue = useFactValue();
  if (fact.afgeschermd) return <HiddenValue type={fact.type} />;
  if (fact.status === 'ingetrokken')
    return (
      <>
        <b>{factValue(null, fact)}</b>
        <span className="dossier__soft">{rich('dossier.facts.stood', { value: factValue(fact.waarde, fact) })}</span>
      </>
    );
  if (fact.status === 'ingehaald') return <span className="fact-overtaken">{factValue(fact.waarde, fact)}</span>;
  return <b>{factValue(fact.waarde, fact)}</b>;
}

// What is disputed waits for a decision; what was replaced or overtaken does not count any more.
const beyondCorrection: Fact['status'][] = ['omstreden', 'vervangen', 'ingehaald'];

function FactActions({ id, fact }: { id: number; fact: Fact }) {
  const t = useText();
  const factName = useFactName();
  const { asOf } = useDossier();
  const mayPropose = useMay('propose_correction');
  const mayView = useMay('view_correction');
  const params = { id: String(id) };
  const name = (
    <span className="visually-hidden">
      : <Spoken words={factName(fact)} />
    </span>
  );
  return (
    <span className="fact-actions">
      <Link
        className="nl-link"
        to="/aanbieders/$id/feiten"
        params={params}
        search={{ ...asOf, feit: fact.feit }}
        resetScroll={false}
        data-history-of={fact.feit}
      >
        {t('dossier.facts.history')}
        {name}
      </Link>
      {(fact.status === 'omstreden' || fact.status === 'ingetrokken') && fact.correctie !== null && mayView && (
        <Link className="nl-link" to="/correcties/$id" params={{ id: String(fact.correctie) }}>
          {t('dossier.facts.correction')}
          {name}
        </Link>
      )}
      {mayPropose && !fact.afgeschermd && !beyondCorrection.includes(fact.status) && (
        <Link
          className="nl-link"
          to="/aanbieders/$id/correctie"
          params={params}
          search={{ feit: fact.feit, periode: fact.periode, rij: String(fact.id) }}
        >
          {t('dossier.facts.wrong')}
          {name}
        </Link>
      )}
    </span>
  );
}
