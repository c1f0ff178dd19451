import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import { api, unwrap } from '../../api/client';
import { useRefreshSession } from '../../api/session';
import { useText } from '../../locales/Language';
import { Button } from '../../ui/button/Button';
import { ErrorSummary } from '../../ui/error-summary/ErrorSummary';
import { useFormFaults } from '../../ui/error-summary/use-form-faults';
import { TextField } from '../../ui/text-field/TextField';

const change = z.object({
  huidig: z.string().check(z.minLength(1, 'sign-in.password-needed')),
  nieuw: z.string().check(z.minLength(12, 'first-setup.wachtwoord.too-short')),
});

/** Hands on the new password, which the second factor asks for again. */
export function PasswordForm({ onDone }: { onDone: (password: string) => void }) {
  const t = useText();
  const refresh = useRefreshSession();
  const form = useForm({
    resolver: zodResolver(change),
    defaultValues: { huidig: '', nieuw: '' },
    shouldFocusError: false,
  });
  const faults = useFormFaults(form);

  const submit = form.handleSubmit(async (body) => {
    try {
      await unwrap(api.PUT('/gebruikers/huidige/wachtwoord', { body }));
      onDone(body.nieuw);
      await refresh();
    } catch (error) {
      faults.refused(error);
    }
  });

  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary faults={faults.list} attempt={faults.attempt} />
      <TextField
        label={t('first-setup.wachtwoord.current')}
        type="password"
        autoComplete="current-password"
        error={faults.of('huidig')}
        {...form.register('huidig')}
      />
      <TextField
        label={t('first-setup.wachtwoord.new')}
        description={t('first-setup.wachtwoord.help')}
        type="password"
        autoComplete="new-password"
        error={faults.of('nieuw')}
        {...form.register('nieuw')}
      />
      <Button look="primary" type="submit" busy={form.formState.isSubmitting}>
        {t('first-setup.wachtwoord.submit')}
      </Button>
    </form>
  );
}
