import type { UseFormRegisterReturn } from 'react-hook-form';
import { useRichText, useText } from '../../locales/Language';
import { Spoken, useWords } from '../../locales/words';
import { SelectField } from '../../ui/select-field/SelectField';
import { TextField } from '../../ui/text-field/TextField';
import type { Definition } from './definition';

interface Props {
  definition: Definition;
  error: string | undefined;
  field: UseFormRegisterReturn;
}

/** The field that belongs to the type of the fact. */
export function ValueField({ definition: { type, opties, eenheid, eenheidEngels }, error, field }: Props) {
  const t = useText();
  const rich = useRichText();
  const words = useWords();
  const label = t('corrections.proposed');
  const none = { value: '', label: t('corrections.choose') };
  const yesNo = [
    { value: 'ja', label: t('fact.yes') },
    { value: 'nee', label: t('fact.no') },
  ];
  const options = opties.map((option) => {
    const { text, lang } = words(option.label, option.labelEngels);
    return { value: option.sleutel, label: text, lang };
  });
  if (type === 'ja-nee' || type === 'keuze')
    return (
      <SelectField label={label} choices={[none, ...(type === 'keuze' ? options : yesNo)]} error={error} {...field} />
    );
  if (type === 'datum') return <TextField type="date" label={label} error={error} {...field} />;
  return (
    <TextField
      inputMode="decimal"
      label={label}
      description={rich('corrections.number-help', {
        unit: eenheid && <Spoken words={words(eenheid, eenheidEngels ?? null)} />,
      })}
      error={error}
      {...field}
    />
  );
}
