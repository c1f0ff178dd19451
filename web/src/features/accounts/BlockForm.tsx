import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import { useText } from '../../locales/Language';
import { Button } from '../../ui/button/Button';
import { Card } from '../../ui/card/Card';
import { ErrorSummary } from '../../ui/error-summary/ErrorSummary';
import { useFormFaults } from '../../ui/error-summary/use-form-faults';
import { ErrorState } from '../../ui/states/States';
import { TextField } from '../../ui/text-field/TextField';
import { useAccountChanges, type Account } from './use-accounts';

/** Keeps somebody out, with the reason, or lets them in again. */
export function BlockForm({ account }: { account: Account }) {
  const t = useText();
  return account.geblokkeerdOp === null ? (
    <Card title={t('accounts.block')}>
      <Block account={account} />
    </Card>
  ) : (
    <Card title={t('accounts.unblock')}>
      <Unblock account={account} />
    </Card>
  );
}

const reasonShape = z.object({ reden: z.string().check(z.trim(), z.minLength(1, 'accounts.reason-needed')) });

function Block({ account }: { account: Account }) {
  const t = useText();
  const { block } = useAccountChanges(account.id);
  const form = useForm({ resolver: zodResolver(reasonShape), defaultValues: { reden: '' }, shouldFocusError: false });
  const faults = useFormFaults(form);
  const submit = form.handleSubmit(async ({ reden }) => {
    try {
      await block(reden);
    } catch (error) {
      faults.refused(error);
    }
  });
  return (
    <form className="accounts__form" noValidate onSubmit={(event) => void submit(event)}>
      <p>{t('accounts.block-text')}</p>
      <ErrorSummary faults={faults.list} attempt={faults.attempt} />
      <TextField
        label={t('accounts.reason')}
        description={t('accounts.reason-help')}
        error={faults.of('reden')}
        {...form.register('reden')}
      />
      <Button type="submit" busy={form.formState.isSubmitting}>
        {t('accounts.block-name', { name: account.weergavenaam })}
      </Button>
    </form>
  );
}

function Unblock({ account }: { account: Account }) {
  const t = useText();
  const { unblock } = useAccountChanges(account.id);
  const [error, setError] = useState<unknown>(null);
  return (
    <>
      <p>{t('accounts.unblock-text')}</p>
      {error !== null && <ErrorState error={error} />}
      <Button onClick={() => void unblock().catch(setError)}>
        {t('accounts.unblock-name', { name: account.weergavenaam })}
      </Button>
    </>
  );
}
