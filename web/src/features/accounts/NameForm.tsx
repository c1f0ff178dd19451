import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import { isProblem } from '../../api/problem';
import { useText } from '../../locales/Language';
import { Button } from '../../ui/button/Button';
import { Card } from '../../ui/card/Card';
import { ErrorSummary } from '../../ui/error-summary/ErrorSummary';
import { useFormFaults } from '../../ui/error-summary/use-form-faults';
import { ConflictState } from '../../ui/states/States';
import { TextField } from '../../ui/text-field/TextField';
import { useAccountChanges, type Account } from './use-accounts';

const nameShape = z.object({
  weergavenaam: z.string().check(z.trim(), z.minLength(1, 'accounts.display-name-needed')),
});

export function NameForm({ account }: { account: Account }) {
  const t = useText();
  const { rename } = useAccountChanges(account.id);
  const [theirs, setTheirs] = useState<Account | null>(null);
  const [saved, setSaved] = useState(false);
  const form = useForm({
    resolver: zodResolver(nameShape),
    defaultValues: { weergavenaam: account.weergavenaam },
    shouldFocusError: false,
  });
  const faults = useFormFaults(form);

  const send = async (name: string, version: string) => {
    setSaved(false);
    try {
      await rename(name, version);
      setTheirs(null);
      setSaved(true);
    } catch (error) {
      const current = isProblem(error, 'versie-verouderd') ? error.conflict?.huidig : undefined;
      if (current) setTheirs(current as unknown as Account);
      else faults.refused(error);
    }
  };

  return (
    <Card title={t('accounts.display-name')}>
      {theirs && (
        <ConflictState
          differences={[
            {
              label: t('accounts.display-name'),
              theirs: theirs.weergavenaam,
              yours: form.getValues('weergavenaam'),
            },
          ]}
          onKeepTheirs={() => {
            form.reset({ weergavenaam: theirs.weergavenaam });
            setTheirs(null);
          }}
          onKeepYours={() => void send(form.getValues('weergavenaam'), theirs.versie)}
        />
      )}
      <form
        className="accounts__form"
        noValidate
        onSubmit={(event) => void form.handleSubmit((values) => send(values.weergavenaam, account.versie))(event)}
      >
        <ErrorSummary faults={faults.list} attempt={faults.attempt} />
        <TextField
          label={t('accounts.display-name')}
          description={t('accounts.display-name-help')}
          autoComplete="off"
          error={faults.of('weergavenaam')}
          {...form.register('weergavenaam')}
        />
        <Button type="submit" busy={form.formState.isSubmitting}>
          {t('accounts.save-name')}
        </Button>
        <span className="accounts__status" role="status">
          {saved && t('accounts.saved')}
        </span>
      </form>
    </Card>
  );
}
