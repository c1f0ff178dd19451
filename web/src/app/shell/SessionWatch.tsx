import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useRefreshSession } from '../../api/session';
import { sessionClock, sessionEnd } from '../../api/session-clock';
import type { Session } from '../../api/types';
import { useText } from '../../locales/Language';
import { Button } from '../../ui/button/Button';
import { Dialog } from '../../ui/dialog/Dialog';
import { LoadingState } from '../../ui/states/States';

const SignInForm = lazy(async () => ({ default: (await import('../../features/sign-in/SignInForm')).SignInForm }));

const warnFrom = 5 * 60_000;
const lookEvery = 10_000;

type State = { ended: boolean; minutes: number | null };

function look(): State {
  const left = sessionClock.left();
  if (left === null || left > warnFrom) return { ended: false, minutes: null };
  return { ended: left <= 0, minutes: Math.max(1, Math.ceil(left / 60_000)) };
}

/** Warns before the session ends; when it did, asks to sign in above the page, so that what was typed stays. */
export function SessionWatch({ session }: { session: Session }) {
  const [state, setState] = useState<State>({ ended: false, minutes: null });

  useEffect(() => {
    const update = () => setState((before) => (before.ended ? before : look()));
    const timer = setInterval(update, lookEvery);
    const unsubscribe = sessionEnd.subscribe(() => setState({ ended: true, minutes: null }));
    return () => {
      clearInterval(timer);
      unsubscribe();
    };
  }, []);

  const resume = () => setState({ ended: false, minutes: null });
  if (state.ended) return <SignInAgain session={session} onDone={resume} />;
  if (state.minutes !== null) return <Warning minutes={state.minutes} onStay={resume} />;
  return null;
}

function Warning({ minutes, onStay }: { minutes: number; onStay: () => void }) {
  const t = useText();
  const refresh = useRefreshSession();
  const stay = () => {
    onStay();
    // A refusal is announced as the end of the session, and then the other dialog opens.
    refresh().then(
      (session) => session ?? sessionEnd.announce(),
      () => undefined,
    );
  };
  return (
    <Dialog title={t('session.warning.title')} onClose={stay}>
      <p>{t('session.warning.text', { minutes })}</p>
      <Button look="primary" onClick={stay}>
        {t('session.warning.stay')}
      </Button>
    </Dialog>
  );
}

function SignInAgain({ session, onDone }: { session: Session; onDone: () => void }) {
  const t = useText();
  const queries = useQueryClient();
  const done = () => {
    onDone();
    void queries.invalidateQueries({ predicate: (query) => query.state.status === 'error' });
  };
  return (
    <Dialog title={t('session.ended.title')}>
      <p>{t('session.ended.text')}</p>
      <Suspense fallback={<LoadingState />}>
        <SignInForm name={session.gebruiker.naam} onDone={done} />
      </Suspense>
    </Dialog>
  );
}
