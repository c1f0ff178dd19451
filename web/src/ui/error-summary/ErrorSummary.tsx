import { useEffect, useRef } from 'react';
import { useText } from '../../locales/Language';
import { Spoken, type Words } from '../../locales/words';
import './error-summary.css';

export interface Fault {
  /** The id of the field; without one the fault is about the whole. */
  field?: string;
  text: string;
  /** Where it is not the language of the page. */
  lang?: 'nl';
}

interface Props {
  faults: Fault[];
  /** Goes up with each attempt, so that the summary takes the focus again. */
  attempt: number;
}

/** Every fault at once above the form, each with a link to its field; takes the focus, and the window title tells how many. */
export function ErrorSummary({ faults, attempt }: Props) {
  const t = useText();
  const summary = useRef<HTMLDivElement>(null);
  const count = faults.length;

  useEffect(() => {
    if (count > 0) summary.current?.focus();
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- a new attempt with as many faults takes the focus too
  }, [attempt, count]);

  useEffect(() => {
    if (count === 0) return;
    const title = document.title;
    document.title = t('fault.title-prefix', { count, title });
    return () => {
      document.title = title;
    };
  }, [count, t]);

  if (count === 0) return null;
  return (
    <div className="error-summary" ref={summary} role="alert" tabIndex={-1}>
      <h2 className="error-summary__title">{t('fault.summary', { count })}</h2>
      <ul className="error-summary__list">
        {faults.map((fault) => (
          <li key={(fault.field ?? '') + fault.text}>
            {fault.field ? <FieldLink field={fault.field} words={fault} /> : <Spoken words={fault} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

function FieldLink({ field, words }: { field: string; words: Words }) {
  return (
    <a
      className="nl-link"
      href={`#${field}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(field)?.focus();
      }}
    >
      <Spoken words={words} />
    </a>
  );
}
