import { zodResolver } from '@hookform/resolvers/zod';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import { api, newIdempotencyKey, unwrap } from '../../api/client';
import { useToday } from '../../api/today';
import { useText } from '../../locales/Language';
import { Button } from '../../ui/button/Button';
import { Card } from '../../ui/card/Card';
import { ErrorSummary } from '../../ui/error-summary/ErrorSummary';
import { useFormFaults } from '../../ui/error-summary/use-form-faults';
import { PageHeading } from '../../ui/page-heading/PageHeading';
import { SelectField } from '../../ui/select-field/SelectField';
import { TextField } from '../../ui/text-field/TextField';
import './screenings.css';

const phases = ['monitoring', 'poort'] as const;

function formOf(today: string) {
  return z.object({
    peildatum: z.string().check(
      z.regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/, 'screenings.date-needed'),
      z.refine((day) => day <= today, 'screenings.date-passed'),
    ),
    fase: z.enum(phases),
  });
}
type Values = z.infer<ReturnType<typeof formOf>>;

/** Sent again after a lost answer it is the same screening; changed it is another. */
function keysPerContent() {
  const keys = new Map<string, string>();
  return (values: Values): string => {
    const content = JSON.stringify(values);
    const key = keys.get(content) ?? newIdempotencyKey();
    keys.set(content, key);
    return key;
  };
}

/** Starts a screening of all providers; the work is done by a job, whose page follows. */
export function NewScreeningPage() {
  const t = useText();
  return (
    <>
      <PageHeading title={t('screenings.new')} intro={t('screenings.new-intro')} />
      <TrialWarning />
      <Card className="screenings__form">
        <NewScreeningForm />
      </Card>
      <p>
        <Link className="nl-link" to="/screenings">
          {t('screenings.back')}
        </Link>
      </p>
    </>
  );
}

function NewScreeningForm() {
  const t = useText();
  const navigate = useNavigate();
  const today = useToday();
  const [keyFor] = useState(keysPerContent);
  const form = useForm<Values>({
    resolver: useMemo(() => zodResolver(formOf(today)), [today]),
    defaultValues: { peildatum: today, fase: 'monitoring' },
    shouldFocusError: false,
  });
  const faults = useFormFaults(form);

  const submit = form.handleSubmit(async (values) => {
    try {
      const header = { 'Idempotency-Key': keyFor(values) };
      const job = await unwrap(api.POST('/screenings', { params: { header }, body: { soort: 'volledig', ...values } }));
      await navigate({ to: '/screenings/taken/$taakId', params: { taakId: String(job.id) } });
    } catch (error) {
      faults.refused(error);
    }
  });

  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary faults={faults.list} attempt={faults.attempt} />
      <TextField
        label={t('screenings.date')}
        description={t('screenings.date-help')}
        type="date"
        max={today}
        error={faults.of('peildatum')}
        {...form.register('peildatum')}
      />
      <SelectField
        label={t('screenings.phase')}
        description={t('screenings.phase-help')}
        choices={phases.map((phase) => ({ value: phase, label: t(`screenings.phase.${phase}`) }))}
        error={faults.of('fase')}
        {...form.register('fase')}
      />
      <Button look="primary" type="submit" busy={form.formState.isSubmitting}>
        {t('screenings.start')}
      </Button>
    </form>
  );
}

/** Before the start, not after it: a trial opens no work. */
function TrialWarning() {
  const t = useText();
  const { data: setup } = useQuery({ queryKey: ['instellijst'], queryFn: () => unwrap(api.GET('/instellijst')) });
  if (!setup || setup.compleet) return null;
  const open = setup.onderdelen.filter((each) => !each.gereed).length;
  return (
    <div className="utrecht-alert utrecht-alert--warning notice screenings__warning">
      <p>{t('screenings.will-be-trial', { count: open })}</p>
    </div>
  );
}
