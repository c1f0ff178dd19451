import type { Schema } from '../../../api/types';
import { useFormat } from '../../../locales/format';
import { useRichText, useText } from '../../../locales/Language';
import { Spoken, useWords } from '../../../locales/words';

type Event = Schema['Gebeurtenis'];

/** What happened, as a sentence in the language of the page. */
export function EventSentence({ event }: { event: Event }) {
  const t = useText();
  const rich = useRichText();
  const format = useFormat();
  const { over } = event;
  if (event.soort === 'correctie') return <CorrectionSentence event={event} />;
  if (event.soort === 'screening' && over.kleur)
    return t('dossier.event.screening', {
      date: format.date(over.peildatum ?? event.op),
      colour: t(over.subcategorie ? `sub-category.${over.subcategorie}` : `colour.${over.kleur}`).toLowerCase(),
    });
  if (event.soort === 'samenvoeging')
    return rich('dossier.event.samenvoeging', {
      name: over.naam,
      into: over.in,
      reason: <span lang="nl">{over.reden}</span>,
    });
  return t('dossier.event.naam', { date: format.date(over.sinds ?? event.op), name: over.naam ?? '' });
}

function CorrectionSentence({ event: { over } }: { event: Event }) {
  const rich = useRichText();
  const format = useFormat();
  const words = useWords();
  return rich(`dossier.event.${over.uitkomst ?? over.correctiesoort ?? 'betwisting'}`, {
    fact: (
      <>
        ‘<Spoken words={words(over.label ?? over.feit ?? '', over.labelEngels ?? null)} />’
      </>
    ),
    period: over.periode && format.period(over.periode),
  });
}
