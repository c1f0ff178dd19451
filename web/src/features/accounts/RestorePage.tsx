import { zodResolver } from '@hookform/resolvers/zod';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import type { Schema } from '../../api/types';
import { useText } from '../../locales/Language';
import { Button } from '../../ui/button/Button';
import { Card } from '../../ui/card/Card';
import { ErrorSummary } from '../../ui/error-summary/ErrorSummary';
import { useFormFaults } from '../../ui/error-summary/use-form-faults';
import { PageHeading } from '../../ui/page-heading/PageHeading';
import { Secret } from '../../ui/secret/Secret';
import { SelectField } from '../../ui/select-field/SelectField';
import { ErrorState, LoadingState } from '../../ui/states/States';
import { TextField } from '../../ui/text-field/TextField';
import { useAccount, useAccountChanges, type Account } from './use-accounts';
import './accounts.css';

type Restored = Schema['HersteldeGebruiker'];

const route = getRouteApi('/gebruikers/$accountId/herstel');

/** Lets somebody who forgot the password or lost the phone sign in again. */
export function RestorePage() {
  const t = useText();
  const { accountId } = route.useParams();
  const account = useAccount(Number(accountId));
  const [restored, setRestored] = useState<Restored | null>(null);
  return (
    <>
      <p>
        <Link className="nl-link" to="/gebruikers/$accountId" params={{ accountId }}>
          {t('accounts.back-to', { name: account.data?.weergavenaam ?? t('accounts.account') })}
        </Link>
      </p>
      <PageHeading title={t('accounts.restore')} {...(account.data ? { intro: t('accounts.restore-text') } : {})} />
      {account.isPending && <LoadingState />}
      {account.isError && <ErrorState error={account.error} onRetry={() => void account.refetch()} />}
      {restored && <Outcome restored={restored} />}
      {account.data && !restored && <RestoreForm account={account.data} onRestored={setRestored} />}
    </>
  );
}

const restoreShape = z.object({
  wat: z.enum(['wachtwoord', 'tweede-factor'], 'accounts.lost-needed'),
  reden: z.string().check(z.trim(), z.minLength(1, 'accounts.reason-needed')),
});

function RestoreForm({ account, onRestored }: { account: Account; onRestored: (restored: Restored) => void }) {
  const t = useText();
  const { restore } = useAccountChanges(account.id);
  const form = useForm<z.infer<typeof restoreShape>>({
    resolver: zodResolver(restoreShape),
    defaultValues: { reden: '' },
    shouldFocusError: false,
  });
  const faults = useFormFaults(form);
  const submit = form.handleSubmit(async (values) => {
    try {
      onRestored(await restore(values));
    } catch (error) {
      faults.refused(error);
    }
  });
  const choices = [
    { value: '', label: t('accounts.choose') },
    { value: 'wachtwoord', label: t('accounts.lost-password') },
    ...(account.tweedeFactor ? [{ value: 'tweede-factor', label: t('accounts.lost-second-factor') }] : []),
  ];
  return (
    <Card>
      <form className="accounts__form" noValidate onSubmit={(event) => void submit(event)}>
        <ErrorSummary faults={faults.list} attempt={faults.attempt} />
        <SelectField label={t('accounts.lost')} choices={choices} error={faults.of('wat')} {...form.register('wat')} />
        <TextField
          label={t('accounts.reason')}
          description={t('accounts.restore-reason-help')}
          error={faults.of('reden')}
          {...form.register('reden')}
        />
        <Button look="primary" type="submit" busy={form.formState.isSubmitting}>
          {t('accounts.restore-name', { name: account.weergavenaam })}
        </Button>
      </form>
    </Card>
  );
}

function Outcome({ restored: { gebruiker, eersteWachtwoord } }: { restored: Restored }) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Card>
      <h2 className="card__title" ref={heading} tabIndex={-1}>
        {t('accounts.restored', { name: gebruiker.weergavenaam })}
      </h2>
      <p>{t(eersteWachtwoord === null ? 'accounts.second-factor-taken' : 'accounts.made-text')}</p>
      {eersteWachtwoord !== null && (
        <Secret label={t('accounts.first-password-of', { name: gebruiker.naam })} value={eersteWachtwoord} />
      )}
    </Card>
  );
}
