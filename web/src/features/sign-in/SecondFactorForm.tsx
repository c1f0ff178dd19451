import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import { api, newIdempotencyKey, unwrap } from '../../api/client';
import { useRefreshSession } from '../../api/session';
import type { Schema } from '../../api/types';
import { useText } from '../../locales/Language';
import { Button } from '../../ui/button/Button';
import { ErrorSummary } from '../../ui/error-summary/ErrorSummary';
import { useFormFaults } from '../../ui/error-summary/use-form-faults';
import { QrCode } from '../../ui/qr-code/QrCode';
import { Secret } from '../../ui/secret/Secret';
import { TextField } from '../../ui/text-field/TextField';

/** First the password, then the secret for the app, then a code that proves that the app knows it. */
export function SecondFactorForm({ password }: { password: string | null }) {
  const [factor, setFactor] = useState<Schema['TweedeFactor'] | null>(null);
  return factor ? <ConfirmCode factor={factor} /> : <AskSecret password={password} onSecret={setFactor} />;
}

const confirmation = z.object({ wachtwoord: z.string().check(z.minLength(1, 'sign-in.password-needed')) });

function AskSecret({
  password,
  onSecret,
}: {
  password: string | null;
  onSecret: (factor: Schema['TweedeFactor']) => void;
}) {
  const t = useText();
  const form = useForm({
    resolver: zodResolver(confirmation),
    defaultValues: { wachtwoord: password ?? '' },
    shouldFocusError: false,
  });
  const faults = useFormFaults(form);

  const submit = form.handleSubmit(async (body) => {
    try {
      const header = { 'Idempotency-Key': newIdempotencyKey() };
      onSecret(await unwrap(api.POST('/gebruikers/huidige/tweede-factor', { params: { header }, body })));
    } catch (error) {
      faults.refused(error);
    }
  });

  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary faults={faults.list} attempt={faults.attempt} />
      <TextField
        label={t('sign-in.password')}
        type="password"
        autoComplete="current-password"
        error={faults.of('wachtwoord')}
        {...form.register('wachtwoord')}
      />
      <Button look="primary" type="submit" busy={form.formState.isSubmitting}>
        {t('first-setup.tweede-factor.start')}
      </Button>
    </form>
  );
}

const proof = z.object({ code: z.string().check(z.trim(), z.regex(/^[0-9]{6}$/, 'sign-in.code-form')) });

function ConfirmCode({ factor }: { factor: Schema['TweedeFactor'] }) {
  const t = useText();
  const refresh = useRefreshSession();
  const form = useForm({ resolver: zodResolver(proof), defaultValues: { code: '' }, shouldFocusError: false });
  const faults = useFormFaults(form);

  const submit = form.handleSubmit(async (body) => {
    try {
      await unwrap(api.PUT('/gebruikers/huidige/tweede-factor', { body }));
      await refresh();
    } catch (error) {
      faults.refused(error);
    }
  });

  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary faults={faults.list} attempt={faults.attempt} />
      <p>{t('first-setup.tweede-factor.scan')}</p>
      <QrCode text={factor.adres} label={t('first-setup.tweede-factor.qr')} />
      <Secret label={t('first-setup.tweede-factor.secret')} value={factor.geheim} />
      <p>
        <a className="nl-link" href={factor.adres}>
          {t('first-setup.tweede-factor.open')}
        </a>
      </p>
      <TextField
        label={t('first-setup.tweede-factor.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        error={faults.of('code')}
        {...form.register('code')}
      />
      <Button look="primary" type="submit" busy={form.formState.isSubmitting}>
        {t('first-setup.tweede-factor.confirm')}
      </Button>
    </form>
  );
}
