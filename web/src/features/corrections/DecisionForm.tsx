import { zodResolver } from '@hookform/resolvers/zod';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import { api, newIdempotencyKey, unwrap } from '../../api/client';
import { isProblem } from '../../api/problem';
import { useText } from '../../locales/Language';
import { Button } from '../../ui/button/Button';
import { ErrorSummary } from '../../ui/error-summary/ErrorSummary';
import { useFormFaults } from '../../ui/error-summary/use-form-faults';
import { LeaveGuard } from '../../ui/leave-guard/LeaveGuard';
import { SelectField } from '../../ui/select-field/SelectField';
import { ConflictState } from '../../ui/states/States';
import { TextArea } from '../../ui/text-area/TextArea';
import { correctionKey, readCorrection, type Correction } from './queries';
import './corrections.css';

const decision = z.object({
  uitkomst: z.enum(['overgenomen', 'afgewezen'], 'corrections.outcome-needed'),
  reden: z.string().check(z.trim(), z.minLength(1, 'corrections.reason-needed'), z.maxLength(2000)),
});
type Decision = z.infer<typeof decision>;

interface Props {
  correction: Correction;
  etag: string;
  onDecided: () => void;
}

/** A decision with its reason. When somebody else was first the page shows theirs, and this one is not sent. */
export function DecisionForm({ correction, etag, onDecided }: Props) {
  const t = useText();
  const queries = useQueryClient();
  const [key] = useState(newIdempotencyKey);
  const [conflict, setConflict] = useState<{ yours: Decision; theirs: Decision } | null>(null);
  const form = useForm<Decision>({
    resolver: zodResolver(decision),
    defaultValues: { reden: '' },
    shouldFocusError: false,
  });
  const faults = useFormFaults(form);

  const refresh = () => {
    void queries.invalidateQueries({ queryKey: correctionKey(correction.id) });
    void queries.invalidateQueries({ queryKey: ['correcties'] });
    void queries.invalidateQueries({ queryKey: ['aanbieder', correction.aanbieder.id] });
  };
  const submit = form.handleSubmit(async (body) => {
    const params = {
      path: { correctieId: correction.id },
      header: { 'If-Match': etag, 'Idempotency-Key': key },
    };
    try {
      await unwrap(api.POST('/correcties/{correctieId}/besluit', { params, body }));
      onDecided();
      refresh();
    } catch (error) {
      const theirs = isProblem(error) && error.status === 409 ? await decisionNow(correction.id) : null;
      if (theirs) setConflict({ yours: body, theirs });
      else faults.refused(error);
    }
  });

  if (conflict)
    return (
      <ConflictState
        differences={[
          {
            label: t('corrections.outcome'),
            theirs: t(`corrections.status.${conflict.theirs.uitkomst}`),
            yours: t(`corrections.status.${conflict.yours.uitkomst}`),
          },
          { label: t('corrections.reason'), theirs: conflict.theirs.reden, yours: conflict.yours.reden },
        ]}
        onKeepTheirs={refresh}
      />
    );
  return (
    <form className="correction-form" noValidate onSubmit={(event) => void submit(event)}>
      <LeaveGuard active={form.formState.isDirty} />
      <ErrorSummary faults={faults.list} attempt={faults.attempt} />
      <SelectField
        label={t('corrections.outcome')}
        choices={[
          { value: '', label: t('corrections.choose') },
          { value: 'overgenomen', label: t('corrections.accept') },
          { value: 'afgewezen', label: t('corrections.refuse') },
        ]}
        error={faults.of('uitkomst')}
        {...form.register('uitkomst')}
      />
      <TextArea
        label={t('corrections.reason')}
        description={t('corrections.decision-help')}
        error={faults.of('reden')}
        {...form.register('reden')}
      />
      <Button look="primary" type="submit" busy={form.formState.isSubmitting}>
        {t('corrections.decide')}
      </Button>
    </form>
  );
}

/** What somebody else decided meanwhile. */
async function decisionNow(id: number): Promise<Decision | null> {
  return (await readCorrection(id)).body.besluit;
}
