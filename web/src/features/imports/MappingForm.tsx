import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useRef, useState } from 'react';
import { useFieldArray, useForm, useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { isProblem } from '../../api/problem';
import { useText } from '../../locales/Language';
import { Button } from '../../ui/button/Button';
import { Card } from '../../ui/card/Card';
import { ErrorSummary } from '../../ui/error-summary/ErrorSummary';
import { useFormFaults } from '../../ui/error-summary/use-form-faults';
import { FileField } from '../../ui/file-field/FileField';
import { catchFocus } from '../../ui/page-heading/lost-focus';
import { ConflictState } from '../../ui/states/States';
import { TextField } from '../../ui/text-field/TextField';
import { FilePreview } from './FilePreview';
import { columnsOf, kinds } from './kinds';
import type { Filled } from './use-kept-delivery';
import { useSaveMapping, type Mapping } from './use-mappings';
import { useFilePreview } from './use-preview';

const mappingShape = z.object({
  naam: z.string().check(z.trim(), z.minLength(1, 'imports.name-needed')),
  kolommen: z.array(
    z.object({
      kolom: z.string().check(z.minLength(1, 'imports.column-needed')),
      // A column without another name keeps its own.
      bedoeldAls: z.string().check(z.trim()),
    }),
  ),
});
type Values = z.infer<typeof mappingShape>;

const allFields = [...new Set(kinds.flatMap((kind) => columnsOf[kind]))];

interface Props {
  mapping: Mapping | undefined;
  /** The delivery that waits for this mapping: it needs the fields of its kind alone, and its file has the columns. */
  waiting?: Filled | undefined;
  /** With the name of what was saved, or without where nothing was. */
  onClose: (saved?: string) => void;
}

export function MappingForm({ mapping, waiting, onClose }: Props) {
  const t = useText();
  const heading = useRef<HTMLSpanElement>(null);
  const name = useRef(mapping?.naam ?? '');
  const save = useSaveMapping();
  const [theirs, setTheirs] = useState<Mapping | null>(null);
  const form = useForm<Values>({
    resolver: zodResolver(mappingShape),
    defaultValues: { naam: mapping?.naam ?? '', kolommen: mapping?.kolommen ?? [{ kolom: '', bedoeldAls: '' }] },
    shouldFocusError: false,
  });
  const faults = useFormFaults(form);
  const fields = waiting?.soort ? columnsOf[waiting.soort] : allFields;

  // The focus follows the form: to its heading when it opens, and when it closes to the link of what was saved.
  useEffect(() => {
    heading.current?.focus();
    return () => catchFocus(document.querySelector<HTMLElement>(`[data-mapping="${CSS.escape(name.current)}"]`));
  }, []);

  const send = async (values: Values, version: string | null) => {
    try {
      await save(values.naam, named(values), version);
      name.current = values.naam;
      onClose(values.naam);
    } catch (error) {
      const current = isProblem(error, 'versie-verouderd') ? error.conflict?.huidig : undefined;
      if (current) setTheirs(current as unknown as Mapping);
      else if (isProblem(error, 'voorwaarde-nodig')) form.setError('naam', { message: 'imports.name-taken' });
      else faults.refused(error, placesIn(values));
    }
  };

  return (
    <Card
      title={
        <span ref={heading} tabIndex={-1}>
          {mapping ? t('imports.mapping.edit', { name: mapping.naam }) : t('imports.mapping.make')}
        </span>
      }
    >
      {theirs && (
        <ConflictState
          differences={[
            {
              label: t('imports.columns-title'),
              theirs: inWords(theirs.kolommen),
              yours: inWords(named(form.getValues())),
            },
          ]}
          onKeepTheirs={() => onClose()}
          onKeepYours={() => void send(form.getValues(), theirs.versie)}
        />
      )}
      <form
        className="imports__form"
        noValidate
        onSubmit={(event) => void form.handleSubmit((values) => send(values, mapping?.versie ?? null))(event)}
      >
        <ErrorSummary faults={faults.list} attempt={faults.attempt} />
        <TextField
          label={t('imports.mapping.name')}
          readOnly={mapping !== undefined}
          error={faults.of('naam')}
          {...form.register('naam')}
        />
        <Columns form={form} faultOf={faults.of} fields={fields} waitingFile={waiting?.bestand ?? null} />
        <p className="imports__buttons">
          <Button look="primary" type="submit" busy={form.formState.isSubmitting}>
            {t('imports.mapping.save')}
          </Button>
          <Button onClick={() => onClose()}>{t('imports.cancel')}</Button>
        </p>
      </form>
    </Card>
  );
}

const named = ({ kolommen }: Values) => kolommen.filter(({ bedoeldAls }) => bedoeldAls !== '');
/** What the server says of the n-th line that was sent belongs to a line here; what it says of all to the first of them. */
const placesIn = ({ kolommen }: Values) => {
  const sent = kolommen.flatMap(({ bedoeldAls }, place) => (bedoeldAls === '' ? [] : [place]));
  const of = (nth: number) => `/kolommen/${sent[nth] ?? 0}`;
  return (pointer: string) =>
    pointer === '/kolommen'
      ? `${of(0)}/bedoeldAls`
      : pointer.replace(/^\/kolommen\/(\d+)/, (_, nth) => of(Number(nth)));
};
const inWords = (columns: Values['kolommen']) =>
  columns.map(({ kolom, bedoeldAls }) => `${kolom}: ${bedoeldAls}`).join('; ');

interface ColumnsProps {
  form: ReturnType<typeof useForm<Values>>;
  faultOf: ReturnType<typeof useFormFaults<Values>>['of'];
  fields: string[];
  waitingFile: File | null;
}

/** A line for each column; a file can be opened to take its columns from, and is not delivered. */
function Columns({ form, faultOf, fields, waitingFile }: ColumnsProps) {
  const t = useText();
  const [file, setFile] = useState(waitingFile);
  const current = useWatch({ control: form.control, name: 'kolommen' });
  const { fields: lines, append, remove, replace } = useFieldArray({ control: form.control, name: 'kolommen' });

  const header = useFilePreview(file).data?.kolommen;
  useEffect(() => {
    if (!header) return;
    const known = new Map(form.getValues('kolommen').map(({ kolom, bedoeldAls }) => [kolom, bedoeldAls]));
    replace(header.map((kolom) => ({ kolom, bedoeldAls: known.get(kolom) ?? '' })));
  }, [header, form, replace]);

  return (
    <>
      <FileField
        id="voorbeeldbestand"
        label={t('imports.mapping.file')}
        description={t('imports.mapping.file-help')}
        types={['.csv', '.xlsx']}
        megabytes={64}
        file={file}
        onChange={setFile}
      />
      {file && <FilePreview file={file} columns={current} />}
      <datalist id="velden">
        {fields.map((field) => (
          <option key={field}>{field}</option>
        ))}
      </datalist>
      {lines.map((line, place) => (
        <fieldset key={line.id} className="mapping-line">
          <legend className="visually-hidden">{t('imports.column-number', { number: place + 1 })}</legend>
          <TextField
            label={t('imports.mapping.column')}
            error={faultOf(`kolommen.${place}.kolom`)}
            {...form.register(`kolommen.${place}.kolom`)}
          />
          <TextField
            label={t('imports.mapping.field')}
            list="velden"
            autoComplete="off"
            error={faultOf(`kolommen.${place}.bedoeldAls`)}
            {...form.register(`kolommen.${place}.bedoeldAls`)}
          />
          {lines.length > 1 && (
            <Button look="subtle" onClick={() => remove(place)}>
              {t('imports.mapping.remove', { number: place + 1 })}
            </Button>
          )}
        </fieldset>
      ))}
      <Button onClick={() => append({ kolom: '', bedoeldAls: '' })}>{t('imports.mapping.add')}</Button>
    </>
  );
}
