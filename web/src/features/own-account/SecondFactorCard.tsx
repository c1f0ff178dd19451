import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import { api, newIdempotencyKey, unwrap } from '../../api/client';
import type { Schema } from '../../api/types';
import { useText } from '../../locales/Language';
import { Button } from '../../ui/button/Button';
import { Card } from '../../ui/card/Card';
import { ErrorSummary } from '../../ui/error-summary/ErrorSummary';
import { useFormFaults } from '../../ui/error-summary/use-form-faults';
import { QrCode } from '../../ui/qr-code/QrCode';
import { Secret } from '../../ui/secret/Secret';
import { TextField } from '../../ui/text-field/TextField';

type Factor = Schema['TweedeFactor'];

/** Password, secret, code: only then the new second factor holds. */
export function SecondFactorCard() {
  const t = useText();
  const [factor, setFactor] = useState<Factor | null>(null);
  const [done, setDone] = useState(false);
  const confirmed = () => {
    setFactor(null);
    setDone(true);
  };
  return (
    <Card title={t('own-account.factor')}>
      <p>{t('own-account.factor-text')}</p>
      <p role="status">{done && t('own-account.factor-done')}</p>
      {factor ? (
        <Confirm factor={factor} onDone={confirmed} />
      ) : (
        <Begin
          onSecret={(secret) => {
            setDone(false);
            setFactor(secret);
          }}
        />
      )}
    </Card>
  );
}

const confirmation = z.object({ wachtwoord: z.string().check(z.minLength(1, 'own-account.current-needed')) });

function Begin({ onSecret }: { onSecret: (factor: Factor) => void }) {
  const t = useText();
  const form = useForm({
    resolver: zodResolver(confirmation),
    defaultValues: { wachtwoord: '' },
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
    <form className="own-account__form" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary faults={faults.list} attempt={faults.attempt} />
      <TextField
        label={t('own-account.current')}
        type="password"
        autoComplete="current-password"
        error={faults.of('wachtwoord')}
        {...form.register('wachtwoord')}
      />
      <Button type="submit" busy={form.formState.isSubmitting}>
        {t('own-account.factor-begin')}
      </Button>
    </form>
  );
}

const proof = z.object({ code: z.string().check(z.trim(), z.regex(/^[0-9]{6}$/, 'own-account.code-form')) });

function Confirm({ factor, onDone }: { factor: Factor; onDone: () => void }) {
  const t = useText();
  const next = useRef<HTMLParagraphElement>(null);
  // The form that had the focus is gone.
  useEffect(() => next.current?.focus(), []);
  const form = useForm({ resolver: zodResolver(proof), defaultValues: { code: '' }, shouldFocusError: false });
  const faults = useFormFaults(form);
  const submit = form.handleSubmit(async (body) => {
    try {
      await unwrap(api.PUT('/gebruikers/huidige/tweede-factor', { body }));
      onDone();
    } catch (error) {
      faults.refused(error);
    }
  });
  return (
    <form className="own-account__form" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary faults={faults.list} attempt={faults.attempt} />
      <p ref={next} tabIndex={-1}>
        {t('own-account.scan')}
      </p>
      <QrCode text={factor.adres} label={t('own-account.qr')} />
      <Secret label={t('own-account.secret')} value={factor.geheim} />
      <p>
        <a className="nl-link" href={factor.adres}>
          {t('own-account.open-app')}
        </a>
      </p>
      <TextField
        label={t('own-account.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        error={faults.of('code')}
        {...form.register('code')}
      />
      <Button look="primary" type="submit" busy={form.formState.isSubmitting}>
        {t('own-account.factor-confirm')}
      </Button>
    </form>
  );
}
