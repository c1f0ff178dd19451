import { useWatch, type UseFormReturn } from 'react-hook-form';
import { useMunicipalities } from '../../api/reference-data';
import { useText } from '../../locales/Language';
import { Button } from '../../ui/button/Button';
import type { useFormFaults } from '../../ui/error-summary/use-form-faults';
import { SelectField } from '../../ui/select-field/SelectField';
import { TextField } from '../../ui/text-field/TextField';
import { asksDecision, asksDesignation, asksMunicipality, asksProvider, roleNames } from './role-values';
import type { RolesValues } from './RolesForm';

interface Props {
  form: UseFormReturn<RolesValues>;
  place: number;
  faultOf: ReturnType<typeof useFormFaults<RolesValues>>['of'];
  onRemove: () => void;
}

/** One role; only what that role needs is asked. */
export function RoleFields(props: Props) {
  const { form, place, faultOf, onRemove } = props;
  const t = useText();
  const role = useWatch({ control: form.control, name: `rollen.${place}.rol` });
  return (
    <fieldset className="role-fields">
      <legend className="role-fields__legend">{t('accounts.role-number', { number: place + 1 })}</legend>
      <div className="role-fields__row">
        <SelectField
          label={t('accounts.role')}
          choices={roleNames.map((name) => ({ value: name, label: t(`role.${name}`) }))}
          error={faultOf(`rollen.${place}.rol`)}
          {...form.register(`rollen.${place}.rol`)}
        />
        {asksMunicipality(role) && <Municipality {...props} />}
        {asksProvider(role) && (
          <TextField
            label={t('accounts.provider')}
            description={t('accounts.provider-help')}
            inputMode="numeric"
            error={faultOf(`rollen.${place}.aanbieder`)}
            {...form.register(`rollen.${place}.aanbieder`)}
          />
        )}
        <TextField
          label={t('accounts.from')}
          type="date"
          error={faultOf(`rollen.${place}.van`)}
          {...form.register(`rollen.${place}.van`)}
        />
        <TextField
          label={t('accounts.to')}
          type="date"
          error={faultOf(`rollen.${place}.tot`)}
          {...form.register(`rollen.${place}.tot`)}
        />
      </div>
      {asksDecision(role) && <Decision {...props} role={role} />}
      <Button look="subtle" onClick={onRemove}>
        {t('accounts.remove-role', { number: place + 1 })}
      </Button>
    </fieldset>
  );
}

function Municipality({ form, place, faultOf }: Props) {
  const t = useText();
  const { list } = useMunicipalities();
  return (
    <SelectField
      label={t('accounts.municipality')}
      // The list comes later than the form, and a choice that is not there yet is forgotten.
      key={list.length}
      choices={[
        { value: '', label: t('accounts.choose') },
        ...list.map(({ code, naam }) => ({ value: code, label: naam })),
      ]}
      error={faultOf(`rollen.${place}.gemeente`)}
      {...form.register(`rollen.${place}.gemeente`)}
    />
  );
}

function Decision({ form, place, faultOf, role }: Props & { role: string }) {
  const t = useText();
  return (
    <>
      <p className="role-fields__help">{t(`accounts.decision.${role}`)}</p>
      <div className="role-fields__row">
        {asksDesignation(role) && (
          <>
            <SelectField
              label={t('accounts.act')}
              choices={['wmo', 'jeugdwet'].map((act) => ({ value: act, label: t(`accounts.act.${act}`) }))}
              {...form.register(`rollen.${place}.wet`)}
            />
            <SelectField
              label={t('accounts.supervision')}
              choices={['rechtmatigheid', 'kwaliteit'].map((kind) => ({
                value: kind,
                label: t(`accounts.supervision.${kind}`),
              }))}
              {...form.register(`rollen.${place}.soort`)}
            />
          </>
        )}
        <TextField
          label={t('accounts.decision-date')}
          type="date"
          error={faultOf(`rollen.${place}.datum`)}
          {...form.register(`rollen.${place}.datum`)}
        />
        <TextField
          label={t('accounts.decision-document')}
          error={faultOf(`rollen.${place}.stuk`)}
          {...form.register(`rollen.${place}.stuk`)}
        />
      </div>
    </>
  );
}
