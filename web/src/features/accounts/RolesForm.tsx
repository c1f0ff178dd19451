import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useFieldArray, useForm } from 'react-hook-form';
import { isProblem } from '../../api/problem';
import { useToday } from '../../api/today';
import { useText } from '../../locales/Language';
import { Button } from '../../ui/button/Button';
import { ErrorSummary } from '../../ui/error-summary/ErrorSummary';
import { useFormFaults } from '../../ui/error-summary/use-form-faults';
import { ConflictState } from '../../ui/states/States';
import { emptyRole, roleOf, rolesShape, valuesOf, type RoleValues } from './role-values';
import { RoleFields } from './RoleFields';
import { RoleList } from './RoleList';
import { useAccountChanges, type Account } from './use-accounts';

export interface RolesValues {
  rollen: RoleValues[];
}

/** All roles of an account at once: what is not here, somebody no longer has. */
export function RolesForm({ account }: { account: Account }) {
  const t = useText();
  const today = useToday();
  const { giveRoles } = useAccountChanges(account.id);
  const [theirs, setTheirs] = useState<Account | null>(null);
  const [saved, setSaved] = useState(false);
  const form = useForm<RolesValues>({
    resolver: zodResolver(rolesShape(today)),
    defaultValues: { rollen: account.rollen.map(valuesOf) },
    shouldFocusError: false,
  });
  const faults = useFormFaults(form);
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'rollen' });

  const send = async (values: RolesValues, version: string) => {
    setSaved(false);
    try {
      await giveRoles(values.rollen.map(roleOf), version);
      setTheirs(null);
      setSaved(true);
    } catch (error) {
      const current = isProblem(error, 'versie-verouderd') ? error.conflict?.huidig : undefined;
      if (current) setTheirs(current as unknown as Account);
      else faults.refused(error);
    }
  };

  return (
    <>
      {theirs && (
        <ConflictState
          differences={[
            {
              label: t('accounts.roles'),
              theirs: <RoleList roles={theirs.rollen} />,
              yours: form
                .getValues('rollen')
                .map(({ rol }) => t(`role.${rol}`))
                .join(', '),
            },
          ]}
          onKeepTheirs={() => {
            form.reset({ rollen: theirs.rollen.map(valuesOf) });
            setTheirs(null);
          }}
          onKeepYours={() => void send(form.getValues(), theirs.versie)}
        />
      )}
      <form noValidate onSubmit={(event) => void form.handleSubmit((values) => send(values, account.versie))(event)}>
        <ErrorSummary faults={faults.list} attempt={faults.attempt} />
        {fields.length === 0 && <p>{t('accounts.no-roles')}</p>}
        {fields.map((field, place) => (
          <RoleFields key={field.id} form={form} place={place} faultOf={faults.of} onRemove={() => remove(place)} />
        ))}
        <p className="accounts__buttons">
          <Button onClick={() => append(emptyRole)}>{t('accounts.add-role')}</Button>
          <Button look="primary" type="submit" busy={form.formState.isSubmitting}>
            {t('accounts.save-roles')}
          </Button>
          <span role="status">{saved && t('accounts.saved')}</span>
        </p>
      </form>
    </>
  );
}
