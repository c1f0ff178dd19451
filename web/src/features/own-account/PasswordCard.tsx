import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import { api, unwrap } from '../../api/client';
import { useText } from '../../locales/Language';
import { Button } from '../../ui/button/Button';
import { Card } from '../../ui/card/Card';
import { ErrorSummary } from '../../ui/error-summary/ErrorSummary';
import { useFormFaults } from '../../ui/error-summary/use-form-faults';
import { TextField } from '../../ui/text-field/TextField';

const change = z.object({
  huidig: z.string().check(z.minLength(1, 'own-account.current-needed')),
  nieuw: z.string().check(z.minLength(12, 'own-account.too-short')),
});

export function PasswordCard() {
  const t = useText();
  const [done, setDone] = useState(false);
  const form = useForm({
    resolver: zodResolver(change),
    defaultValues: { huidig: '', nieuw: '' },
    shouldFocusError: false,
  });
  const faults = useFormFaults(form);
  const submit = form.handleSubmit(async (body) => {
    setDone(false);
    try {
      await unwrap(api.PUT('/gebruikers/huidige/wachtwoord', { body }));
      form.reset();
      setDone(true);
    } catch (error) {
      faults.refused(error);
    }
  });
  return (
    <Card title={t('own-account.password')}>
      <form className="own-account__form" noValidate onSubmit={(event) => void submit(event)}>
        <ErrorSummary faults={faults.list} attempt={faults.attempt} />
        <p>{t('own-account.password-text')}</p>
        <TextField
          label={t('own-account.current')}
          type="password"
          autoComplete="current-password"
          error={faults.of('huidig')}
          {...form.register('huidig')}
        />
        <TextField
          label={t('own-account.new')}
          description={t('own-account.new-help')}
          type="password"
          autoComplete="new-password"
          error={faults.of('nieuw')}
          {...form.register('nieuw')}
        />
        <Button type="submit" busy={form.formState.isSubmitting}>
          {t('own-account.save-password')}
        </Button>
        <span className="own-account__status" role="status">
          {done && t('own-account.password-saved')}
        </span>
      </form>
    </Card>
  );
}
