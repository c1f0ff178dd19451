import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import { useSignIn } from '../../api/session';
import { useText } from '../../locales/Language';
import { Button } from '../../ui/button/Button';
import { ErrorSummary } from '../../ui/error-summary/ErrorSummary';
import { useFormFaults } from '../../ui/error-summary/use-form-faults';
import { TextField } from '../../ui/text-field/TextField';

const credentials = z.object({
  naam: z.string().check(z.trim(), z.minLength(1, 'sign-in.name-needed')),
  wachtwoord: z.string().check(z.minLength(1, 'sign-in.password-needed')),
  // Whether a code is needed the server does not say before the password is right.
  code: z.string().check(z.trim(), z.regex(/^([0-9]{6})?$/, 'sign-in.code-form')),
});
type Credentials = z.infer<typeof credentials>;

/** Name, password and the code of the second factor. With a name given, that person signs in again. */
export function SignInForm({ name, onDone }: { name?: string; onDone?: () => void }) {
  const t = useText();
  const signIn = useSignIn();
  const form = useForm<Credentials>({
    resolver: zodResolver(credentials),
    defaultValues: { naam: name ?? '', wachtwoord: '', code: '' },
    // The summary takes the focus.
    shouldFocusError: false,
  });
  const faults = useFormFaults(form);

  const submit = form.handleSubmit(async ({ code, ...rest }) => {
    try {
      await signIn(code === '' ? rest : { ...rest, code });
      onDone?.();
    } catch (error) {
      faults.refused(error);
    }
  });

  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary faults={faults.list} attempt={faults.attempt} />
      <TextField
        label={t('sign-in.name')}
        autoComplete="username"
        error={faults.of('naam')}
        {...form.register('naam')}
      />
      <TextField
        label={t('sign-in.password')}
        type="password"
        autoComplete="current-password"
        error={faults.of('wachtwoord')}
        {...form.register('wachtwoord')}
      />
      <TextField
        label={t('sign-in.code')}
        description={t('sign-in.code-help')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        error={faults.of('code')}
        {...form.register('code')}
      />
      <Button look="primary" type="submit" busy={form.formState.isSubmitting}>
        {t('sign-in.submit')}
      </Button>
    </form>
  );
}
