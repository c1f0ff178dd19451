import { zodResolver } from '@hookform/resolvers/zod';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { useText } from '../../locales/Language';
import { Button } from '../../ui/button/Button';
import { Card } from '../../ui/card/Card';
import { ErrorSummary } from '../../ui/error-summary/ErrorSummary';
import { useFormFaults } from '../../ui/error-summary/use-form-faults';
import { FileField } from '../../ui/file-field/FileField';
import { SelectField } from '../../ui/select-field/SelectField';
import { FilePreview } from './FilePreview';
import { columnsOf, kinds } from './kinds';
import type { Delivery } from './use-delivery';
import { useKeptDelivery, type Filled } from './use-kept-delivery';
import { useMappings, type Mapping } from './use-mappings';

const delivery = z.object({
  soort: z.enum(kinds, 'imports.kind-needed'),
  bestand: z.nullable(z.custom<File>()).check(z.refine((file) => file !== null, 'imports.file-needed')),
  notatie: z.enum(['', 'nl', 'en']),
  koppeling: z.string(),
});
type Values = z.input<typeof delivery>;

const nothing: Filled = { soort: '', bestand: null, notatie: '', koppeling: '' };

interface Props {
  /** What was tried is no longer what stands here. */
  onChange: () => void;
  onTry: (delivery: Delivery) => Promise<void>;
}

/** Which file, of which kind, and how it is written. */
export function DeliveryForm({ onChange, onTry }: Props) {
  const t = useText();
  const mappings = useMappings();
  const { read, keep } = useKeptDelivery();
  const form = useForm<Values>({
    resolver: zodResolver(delivery),
    defaultValues: (read() ?? nothing) as Values,
    shouldFocusError: false,
  });
  const faults = useFormFaults(form, 'bestand');
  const filled = useWatch({ control: form.control }) as Filled;
  const { bestand, soort, koppeling } = filled;
  useEffect(() => void keep(filled), [keep, filled]);

  const submit = form.handleSubmit(async (values) => {
    try {
      await onTry(values as Delivery);
    } catch (error) {
      faults.refused(error);
    }
  });

  return (
    <Card>
      <form className="imports__form" noValidate onChange={onChange} onSubmit={(event) => void submit(event)}>
        <ErrorSummary faults={faults.list} attempt={faults.attempt} />
        <SelectField
          label={t('imports.kind')}
          description={soort ? t('imports.columns', { columns: columnsOf[soort].join(', ') }) : t('imports.kind-help')}
          error={faults.of('soort')}
          choices={[
            { value: '', label: t('imports.choose') },
            ...kinds.map((kind) => ({ value: kind, label: t(`imports.kind.${kind}`) })),
          ]}
          {...form.register('soort')}
        />
        <FileField
          id="bestand"
          label={t('imports.file')}
          description={t('imports.file-help')}
          error={faults.of('bestand')}
          types={['.csv', '.xlsx']}
          megabytes={64}
          file={bestand}
          onChange={(file) => {
            form.setValue('bestand', file, { shouldValidate: form.formState.isSubmitted });
            onChange();
          }}
        />
        <SelectField
          label={t('imports.notation')}
          description={t('imports.notation-help')}
          choices={[
            { value: '', label: t('imports.notation.recognise') },
            { value: 'nl', label: t('imports.notation.nl') },
            { value: 'en', label: t('imports.notation.en') },
          ]}
          {...form.register('notatie')}
        />
        <MappingChoice
          // A choice that stood here before is shown only when it is in the list.
          key={String(mappings.isSuccess)}
          mappings={mappings.data ?? []}
          chosen={koppeling}
          field={form.register('koppeling')}
        />
        {bestand && (
          <FilePreview file={bestand} columns={mappings.data?.find((each) => each.naam === koppeling)?.kolommen} />
        )}
        <Button look="primary" type="submit" busy={form.formState.isSubmitting}>
          {t('imports.try')}
        </Button>
      </form>
    </Card>
  );
}

interface MappingProps {
  mappings: Mapping[];
  chosen: string;
  field: ReturnType<ReturnType<typeof useForm<Values>>['register']>;
}

function MappingChoice({ mappings, chosen, field }: MappingProps) {
  const t = useText();
  return (
    <>
      <SelectField
        label={t('imports.mapping')}
        description={t('imports.mapping-help')}
        choices={[
          { value: '', label: t('imports.mapping.none') },
          ...mappings.map(({ naam }) => ({ value: naam, label: naam })),
        ]}
        {...field}
      />
      <p>
        <Link
          className="nl-link"
          to="/gegevens/koppelingen"
          search={{ ...(chosen ? { wijzig: chosen } : { nieuw: 'ja' }), voor: 'levering' }}
        >
          {chosen ? t('imports.mapping.edit', { name: chosen }) : t('imports.mapping.make')}
        </Link>
      </p>
    </>
  );
}
