import { zodResolver } from '@hookform/resolvers/zod';
import { Link } from '@tanstack/react-router';
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
import { TextField } from '../../ui/text-field/TextField';
import { BackToAccounts } from './BackToAccounts';
import { useMakeAccount } from './use-accounts';
import './accounts.css';

type Made = Schema['GemaakteGebruiker'];

/** Makes an account and shows its first password, once. */
export function NewAccountPage() {
  const t = useText();
  const [made, setMade] = useState<Made | null>(null);
  return (
    <>
      <BackToAccounts />
      <PageHeading title={t('accounts.new')} intro={t('accounts.new-intro')} />
      {made ? <MadeAccount made={made} /> : <NewAccountForm onMade={setMade} />}
    </>
  );
}

const accountShape = z.object({
  naam: z.string().check(z.trim(), z.regex(/^[a-z0-9.-]{2,100}$/, 'accounts.name-form')),
  weergavenaam: z.string().check(z.trim(), z.minLength(1, 'accounts.display-name-needed')),
});

function NewAccountForm({ onMade }: { onMade: (made: Made) => void }) {
  const t = useText();
  const make = useMakeAccount();
  const form = useForm({
    resolver: zodResolver(accountShape),
    defaultValues: { naam: '', weergavenaam: '' },
    shouldFocusError: false,
  });
  const faults = useFormFaults(form);
  const submit = form.handleSubmit(async (values) => {
    try {
      onMade(await make(values));
    } catch (error) {
      faults.refused(error);
    }
  });
  return (
    <Card>
      <form className="accounts__form" noValidate onSubmit={(event) => void submit(event)}>
        <ErrorSummary faults={faults.list} attempt={faults.attempt} />
        <TextField
          label={t('accounts.display-name')}
          description={t('accounts.display-name-help')}
          autoComplete="off"
          error={faults.of('weergavenaam')}
          {...form.register('weergavenaam')}
        />
        <TextField
          label={t('accounts.sign-in-name')}
          description={t('accounts.sign-in-name-help')}
          autoComplete="off"
          autoCapitalize="none"
          error={faults.of('naam')}
          {...form.register('naam')}
        />
        <Button look="primary" type="submit" busy={form.formState.isSubmitting}>
          {t('accounts.make')}
        </Button>
      </form>
    </Card>
  );
}

function MadeAccount({ made }: { made: Made }) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Card>
      <h2 className="card__title" ref={heading} tabIndex={-1}>
        {t('accounts.made', { name: made.gebruiker.weergavenaam })}
      </h2>
      <p>{t('accounts.made-text')}</p>
      <Secret label={t('accounts.first-password-of', { name: made.gebruiker.naam })} value={made.eersteWachtwoord} />
      <p>
        <Link className="nl-link" to="/gebruikers/$accountId" params={{ accountId: String(made.gebruiker.id) }}>
          {t('accounts.give-roles-to', { name: made.gebruiker.weergavenaam })}
        </Link>
      </p>
    </Card>
  );
}
