import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import { isProblem } from '../../api/problem';
import { useText } from '../../locales/Language';
import { Button } from '../../ui/button/Button';
import { CheckboxField } from '../../ui/checkbox-field/CheckboxField';
import { ErrorSummary } from '../../ui/error-summary/ErrorSummary';
import { useFormFaults } from '../../ui/error-summary/use-form-faults';
import { ConflictState } from '../../ui/states/States';
import { TextField } from '../../ui/text-field/TextField';
import { partId, useChangePart, type Part, type SetupList } from './use-setup-list';

// Only what is arranged needs the document that shows it.
const partShape = z.object({ gereed: z.boolean(), datum: z.string(), stuk: z.string().check(z.trim()) }).check(
  z.refine(({ gereed, datum }) => !gereed || datum !== '', { message: 'setup-list.date-needed', path: ['datum'] }),
  z.refine(({ gereed, stuk }) => !gereed || stuk !== '', { message: 'setup-list.document-needed', path: ['stuk'] }),
);
type Values = z.infer<typeof partShape>;

interface Props {
  part: Part;
  name: string;
  version: string;
  onClose: () => void;
}

/** Ticks off a part, with the document and its day, or takes the tick away. */
export function PartForm({ part, name, version, onClose }: Props) {
  const t = useText();
  const change = useChangePart();
  const heading = useRef<HTMLHeadingElement>(null);
  const [theirs, setTheirs] = useState<SetupList | null>(null);
  const form = useForm<Values>({
    resolver: zodResolver(partShape),
    defaultValues: { gereed: part.gereed, datum: part.datum ?? '', stuk: part.stuk ?? '' },
    shouldFocusError: false,
  });
  const faults = useFormFaults(form);
  useEffect(() => heading.current?.focus(), []);

  const send = async ({ gereed, datum, stuk }: Values, against: string) => {
    const { onderdeel, gemeente } = part;
    try {
      await change({ onderdeel, gemeente, gereed, datum: datum || null, stuk: stuk || null }, against);
      onClose();
    } catch (error) {
      const current = isProblem(error, 'versie-verouderd') ? error.conflict?.huidig : undefined;
      if (current) setTheirs(current as unknown as SetupList);
      else faults.refused(error);
    }
  };

  return (
    <section className="card part-form">
      <h2 className="card__title" ref={heading} tabIndex={-1}>
        {t('setup-list.change', { name })}
      </h2>
      <p>{t(`setup-list.sentence.${part.onderdeel}`)}</p>
      {theirs && (
        <Conflict
          part={part}
          theirs={theirs}
          yours={form.getValues()}
          onKeepTheirs={onClose}
          onKeepYours={() => void send(form.getValues(), theirs.versie)}
        />
      )}
      <form noValidate onSubmit={(event) => void form.handleSubmit((values) => send(values, version))(event)}>
        <ErrorSummary faults={faults.list} attempt={faults.attempt} />
        <CheckboxField label={t('setup-list.ready')} {...form.register('gereed')} />
        <TextField label={t('setup-list.date')} type="date" error={faults.of('datum')} {...form.register('datum')} />
        <TextField
          label={t('setup-list.paper')}
          description={t('setup-list.paper-help')}
          error={faults.of('stuk')}
          {...form.register('stuk')}
        />
        <p className="part-form__buttons">
          <Button look="primary" type="submit" busy={form.formState.isSubmitting}>
            {t('setup-list.save')}
          </Button>
          <Button onClick={onClose}>{t('setup-list.cancel')}</Button>
        </p>
      </form>
    </section>
  );
}

interface ConflictProps {
  part: Part;
  theirs: SetupList;
  yours: Values;
  onKeepTheirs: () => void;
  onKeepYours: () => void;
}

function Conflict({ part, theirs, yours, onKeepTheirs, onKeepYours }: ConflictProps) {
  const t = useText();
  const current = theirs.onderdelen.find((each) => partId(each) === partId(part));
  const yesNo = (ready: boolean | undefined) => t(ready ? 'setup-list.yes' : 'setup-list.no');
  return (
    <ConflictState
      differences={[
        { label: t('setup-list.ready'), theirs: yesNo(current?.gereed), yours: yesNo(yours.gereed) },
        { label: t('setup-list.date'), theirs: current?.datum ?? '–', yours: yours.datum || '–' },
        { label: t('setup-list.paper'), theirs: current?.stuk ?? '–', yours: yours.stuk || '–' },
      ]}
      onKeepTheirs={onKeepTheirs}
      onKeepYours={onKeepYours}
    />
  );
}
