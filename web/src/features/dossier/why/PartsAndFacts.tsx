import { useFormat } from '../../../locales/format';
import { useRichText, useText } from '../../../locales/Language';
import { Spoken, useWords } from '../../../locales/words';
import { HiddenValue, useFactName, useFactValue } from '../../../ui/fact/fact-words';
import { sourceName } from '../../../ui/source-tag/source-name';
import { usePartText } from '../values';
import type { Terms } from './terms';
import type { Reason } from './waterfall';

/** Every part of the rule that decided and every fact it read; closed on the screen, open on paper. */
export function PartsAndFacts({ reason, terms }: { reason: Reason; terms: Terms }) {
  const t = useText();
  return (
    <details className="reasons__details">
      <summary>
        {t('dossier.why.facts')}
        <span className="visually-hidden">
          : <Spoken words={terms.indicator(reason.indicator)} />
        </span>
      </summary>
      <Explanations reason={reason} />
      <Parts reason={reason} />
      <Facts reason={reason} terms={terms} />
    </details>
  );
}

function Explanations({ reason: { terzijde = [] } }: { reason: Reason }) {
  const rich = useRichText();
  const format = useFormat();
  return terzijde.map((each) => (
    <p key={each.trede}>
      {rich('dossier.why.aside', {
        text: <span lang="nl">{each.uitleg}</span>,
        by: each.door,
        agreed: each.akkoord,
        date: format.shortDate(each.datum),
      })}
    </p>
  ));
}

function Parts({ reason }: { reason: Reason }) {
  const t = useText();
  const words = useWords();
  const partText = usePartText();
  // Several steps may ask the same; that is read once.
  const parts = [...new Map(reason.beslissend.map((part) => [part.deel, part])).values()];
  return (
    <ul>
      {parts.map((part) => (
        <li key={part.deel}>
          <Spoken words={words(part.zin, part.zinEngels)} />: {t(`dossier.part.${part.uitkomst}`)}
          {part.afgeschermd && ` (${t('dossier.hidden')})`}
          {part.gezien !== undefined && part.gezien !== null && ` (${partText(part.gezien, part.deel)})`}
        </li>
      ))}
    </ul>
  );
}

function Facts({ reason, terms }: { reason: Reason; terms: Terms }) {
  const t = useText();
  const format = useFormat();
  const factName = useFactName();
  const factValue = useFactValue();
  return (
    <ul>
      {reason.feiten.map((fact) => {
        const definition = terms.definition(fact.feit);
        const name = definition ? factName(definition) : terms.fact(fact.feit);
        return (
          <li key={fact.feit + fact.periode}>
            <Spoken words={name} /> ({format.period(fact.periode)}):{' '}
            <b>{fact.afgeschermd ? <HiddenValue type={definition?.type} /> : factValue(fact.waarde, definition)}</b>
            {fact.bron && fact.bekendOp && (
              <>
                {' '}
                (<Spoken words={sourceName(fact.bron, t)} />, {format.shortDate(fact.bekendOp)})
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
