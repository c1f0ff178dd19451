import { Outlet, useMatches } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { may, useSession } from '../../api/session';
import type { Session } from '../../api/types';
import { useText } from '../../locales/Language';
import { ErrorState, LoadingState } from '../../ui/states/States';
import { NoAccess } from '../NoAccess';
import { Footer } from './Footer';
import { Header } from './Header';
import { SessionWatch } from './SessionWatch';
import './shell.css';

// Whoever is signed in already does not load the forms for it.
const SignInPage = lazy(async () => ({ default: (await import('../../features/sign-in/SignInPage')).SignInPage }));
const FirstSetup = lazy(async () => ({ default: (await import('../../features/sign-in/FirstSetup')).FirstSetup }));

/** What stands around every page. */
export function Shell() {
  const t = useText();
  const session = useSession();
  return (
    <div className="shell">
      <a className="nl-skip-link nl-skip-link--visible-on-focus shell__skip" href="#inhoud">
        {t('shell.skip')}
      </a>
      <Header session={session.data ?? null} />
      <main className="shell__main" id="inhoud" tabIndex={-1}>
        {session.isPending && <LoadingState />}
        {session.isError && <ErrorState error={session.error} onRetry={() => void session.refetch()} />}
        <Suspense fallback={<LoadingState />}>
          {session.data === null && <SignInPage />}
          {/* Nothing of the page of another person stays: neither what it showed nor what was typed. */}
          {session.data && <Page key={session.data.gebruiker.id} session={session.data} />}
        </Suspense>
      </main>
      <Footer />
    </div>
  );
}

function Page({ session }: { session: Session }) {
  const verb = useMatches({ select: (matches) => matches.at(-1)?.staticData.verb });
  if (session.eerstInstellen.length > 0) return <FirstSetup session={session} />;
  return (
    <>
      {verb && !may(session, verb) ? <NoAccess session={session} verb={verb} /> : <Outlet />}
      <SessionWatch session={session} />
    </>
  );
}
