import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import type { Schema } from '../../api/types';
import { useText } from '../../locales/Language';
import { Button } from '../../ui/button/Button';
import { Card } from '../../ui/card/Card';
import { CheckboxField } from '../../ui/checkbox-field/CheckboxField';
import { ErrorSummary } from '../../ui/error-summary/ErrorSummary';
import { useFormFaults } from '../../ui/error-summary/use-form-faults';
import { Secret } from '../../ui/secret/Secret';
import { SelectField } from '../../ui/select-field/SelectField';
import { TextField } from '../../ui/text-field/TextField';
import { keyVerbs } from './key-verbs';
import { useAccounts } from './use-accounts';
import { useKeyChanges } from './use-keys';

type Made = Schema['GemaakteSleutel'];

export function NewKey() {
  const t = useText();
  const [made, setMade] = useState<Made | null>(null);
  return (
    <Card title={t('accounts.new-key')}>
      {made ? (
        <>
          <p role="status">{t('accounts.key-made', { name: made.sleutel.naam })}</p>
          <Secret label={t('accounts.key-secret')} value={made.geheim} />
        </>
      ) : (
        <NewKeyForm onMade={setMade} />
      )}
    </Card>
  );
}

const keyShape = z.object({
  naam: z.string().check(z.trim(), z.minLength(1, 'accounts.key-name-needed')),
  gebruiker: z.string().check(z.minLength(1, 'accounts.acts-for-needed')),
  verben: z.array(z.string()).check(z.minLength(1, 'accounts.may-needed')),
  eindigtOp: z.string().check(z.minLength(1, 'accounts.ends-needed')),
});

function NewKeyForm({ onMade }: { onMade: (made: Made) => void }) {
  const t = useText();
  const { make } = useKeyChanges();
  const accounts = useAccounts().data?.pages.flatMap((page) => page.gebruikers) ?? [];
  const form = useForm({
    resolver: zodResolver(keyShape),
    defaultValues: { naam: '', gebruiker: '', verben: [] as string[], eindigtOp: '' },
    shouldFocusError: false,
  });
  const faults = useFormFaults(form);
  const chosen = useWatch({ control: form.control, name: 'gebruiker' });
  const verbs = keyVerbs(accounts.find(({ id }) => String(id) === chosen)?.rollen ?? []);
  const submit = form.handleSubmit(async ({ gebruiker, ...rest }) => {
    try {
      onMade(await make({ ...rest, gebruiker: Number(gebruiker) }));
    } catch (error) {
      faults.refused(error);
    }
  });
  return (
    <form className="accounts__form" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary faults={faults.list} attempt={faults.attempt} />
      <TextField label={t('accounts.key-name')} error={faults.of('naam')} {...form.register('naam')} />
      <SelectField
        label={t('accounts.acts-for')}
        description={t('accounts.acts-for-help')}
        choices={[
          { value: '', label: t('accounts.choose') },
          ...accounts.map(({ id, weergavenaam }) => ({ value: String(id), label: weergavenaam })),
        ]}
        error={faults.of('gebruiker')}
        {...form.register('gebruiker')}
      />
      {verbs.length > 0 && (
        <fieldset className="key-verbs" id="verben" tabIndex={-1}>
          <legend className="role-fields__legend">{t('accounts.may')}</legend>
          {faults.of('verben') && <p className="utrecht-form-field-error-message">{faults.of('verben')}</p>}
          {verbs.map((verb) => (
            <CheckboxField key={verb} label={verb} value={verb} {...form.register('verben')} />
          ))}
        </fieldset>
      )}
      <TextField
        label={t('accounts.ends')}
        description={t('accounts.ends-help')}
        type="date"
        error={faults.of('eindigtOp')}
        {...form.register('eindigtOp')}
      />
      <Button look="primary" type="submit" busy={form.formState.isSubmitting}>
        {t('accounts.make-key')}
      </Button>
    </form>
  );
}
