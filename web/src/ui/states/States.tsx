import { useEffect, useRef, useState, type ReactNode } from 'react';
import { isProblem, type ApiProblem } from '../../api/problem';
import { useLanguage, useText, type Text } from '../../locales/Language';
import type { ServerText } from '../../locales/server-texts';
import { Spoken, type Words } from '../../locales/words';
import { Button } from '../button/Button';
import { catchFocus } from '../page-heading/lost-focus';
import './states.css';

/** Says at once that something comes; shows grey blocks only when it takes longer than a blink. */
export function LoadingState() {
  const t = useText();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="loading">
      <p role="status">{t('state.loading')}</p>
      {slow && (
        <div aria-hidden="true">
          <div className="loading__block" />
          <div className="loading__block" />
          <div className="loading__block" />
        </div>
      )}
    </div>
  );
}

export function EmptyState({ children }: { children: ReactNode }) {
  return <div className="empty">{children}</div>;
}

// What is not there, or not for this reader, is not there a second time either.
const final = [403, 404];

/** What went wrong, in words, with what the reader can do. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useText();
  const { say } = useLanguage();
  const problem = isProblem(error) ? error : null;
  return (
    <div className="utrecht-alert utrecht-alert--error notice" role="alert">
      <p>
        <Spoken words={explanation(problem, t, say)} />
      </p>
      {problem?.reference && (
        <p className="notice__small">{t('state.error.reference', { reference: problem.reference })}</p>
      )}
      {onRetry && !final.includes(problem?.status ?? 0) && <Button onClick={onRetry}>{t('state.error.retry')}</Button>}
    </div>
  );
}

function explanation(problem: ApiProblem | null, t: Text, say: ServerText): Words {
  if (problem?.code === 'geen-verbinding') return { text: t('state.error.unreachable') };
  // The server says in a refusal what the reader can do; of a fault of its own it says nothing useful.
  if (problem && problem.status < 500 && problem.message) return say(problem.message);
  return { text: t('state.error.text') };
}

export interface Difference {
  label: string;
  theirs: ReactNode;
  yours: ReactNode;
}

const fields = 'form :is(input, select, textarea)';

interface ConflictProps {
  differences: Difference[];
  onKeepTheirs: () => void;
  /** Absent where what stands there now is final. */
  onKeepYours?: () => void;
}

/** Somebody else was first: both versions beside each other, and a choice. It takes the focus, and gives it to the form. */
export function ConflictState({ differences, onKeepTheirs, onKeepYours }: ConflictProps) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const around = heading.current?.closest('.notice')?.parentElement;
    heading.current?.focus();
    return () => catchFocus(around?.isConnected ? around.querySelector<HTMLElement>(fields) : null);
  }, []);
  return (
    <div className="utrecht-alert utrecht-alert--warning notice" role="alert">
      <h2 className="notice__title" ref={heading} tabIndex={-1}>
        {t('state.conflict.title')}
      </h2>
      <p>{t(onKeepYours ? 'state.conflict.text' : 'state.conflict.final')}</p>
      <table className="conflict">
        <thead>
          <tr>
            <th scope="col">{t('state.conflict.field')}</th>
            <th scope="col">{t('state.conflict.theirs')}</th>
            <th scope="col">{t('state.conflict.yours')}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((difference) => (
            <tr key={difference.label}>
              <th scope="row">{difference.label}</th>
              <td data-label={t('state.conflict.theirs')}>{difference.theirs}</td>
              <td data-label={t('state.conflict.yours')}>{difference.yours}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="notice__actions">
        <Button onClick={onKeepTheirs}>{t('state.conflict.keep-theirs')}</Button>
        {onKeepYours && <Button onClick={onKeepYours}>{t('state.conflict.keep-yours')}</Button>}
      </div>
    </div>
  );
}
