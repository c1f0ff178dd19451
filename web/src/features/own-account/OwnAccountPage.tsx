import { useState } from 'react';
import { useSession, useSignOut } from '../../api/session';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import { Button } from '../../ui/button/Button';
import { Card } from '../../ui/card/Card';
import { PageHeading } from '../../ui/page-heading/PageHeading';
import { ErrorState } from '../../ui/states/States';
import { SummaryList } from '../../ui/summary-list/SummaryList';
import { PasswordCard } from './PasswordCard';
import { SecondFactorCard } from './SecondFactorCard';
import './own-account.css';

/** Whoever is signed in, about himself. */
export function OwnAccountPage() {
  const t = useText();
  return (
    <>
      <PageHeading title={t('own-account.title')} />
      <About />
      <PasswordCard />
      <SecondFactorCard />
      <EverywhereCard />
    </>
  );
}

function About() {
  const t = useText();
  const format = useFormat();
  const { data: session } = useSession();
  if (!session) return null;
  const roles = [...new Set(session.rollen.map((role) => t(`role.${role.rol}`)))];
  return (
    <Card>
      <SummaryList
        items={[
          { label: t('own-account.name'), value: session.gebruiker.weergavenaam },
          { label: t('own-account.sign-in-name'), value: session.gebruiker.naam },
          { label: t('own-account.roles'), value: roles.join(', ') || t('own-account.no-roles') },
          { label: t('own-account.since'), value: format.moment(session.begonnenOp) },
          { label: t('own-account.until'), value: format.moment(session.eindigtOp) },
        ]}
      />
      <p>{t('own-account.wrong')}</p>
    </Card>
  );
}

function EverywhereCard() {
  const t = useText();
  const signOut = useSignOut();
  const [error, setError] = useState<unknown>(null);
  return (
    <Card title={t('own-account.everywhere')}>
      <p>{t('own-account.everywhere-text')}</p>
      {error !== null && <ErrorState error={error} />}
      <Button onClick={() => void signOut(true).catch(setError)}>{t('account.sign-out-everywhere')}</Button>
    </Card>
  );
}
