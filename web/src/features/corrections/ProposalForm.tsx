import { zodResolver } from '@hookform/resolvers/zod';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { api, newIdempotencyKey, unwrap } from '../../api/client';
import { isProblem } from '../../api/problem';
import { useMay } from '../../api/session';
import { useToday } from '../../api/today';
import type { Schema } from '../../api/types';
import { useLanguage, useText } from '../../locales/Language';
import type { Language } from '../../locales/messages';
import { Button } from '../../ui/button/Button';
import { ErrorSummary } from '../../ui/error-summary/ErrorSummary';
import { useFormFaults } from '../../ui/error-summary/use-form-faults';
import { LeaveGuard } from '../../ui/leave-guard/LeaveGuard';
import { SelectField } from '../../ui/select-field/SelectField';
import { sourceName } from '../../ui/source-tag/source-name';
import { TextArea } from '../../ui/text-area/TextArea';
import { TextField } from '../../ui/text-field/TextField';
import type { Definition } from './definition';
import { correctionKey } from './queries';
import { typedValue, valueFault } from './typed-value';
import { ValueField } from './ValueField';
import './corrections.css';

interface Props {
  providerId: number;
  definition: Definition;
  period: string;
  row: Schema['Feit'] | undefined;
}

const kinds = ['betwisting', 'typefout', 'registerwaarde'] as const;

const proposal = (type: Schema['Feittype'], language: Language) =>
  z
    .object({
      soort: z.enum(kinds, 'corrections.kind-needed'),
      voorgesteldeWaarde: z.string(),
      bekendOp: z.string().check(z.minLength(1, 'corrections.day-needed')),
      bron: z.object({ naam: z.string().check(z.minLength(1, 'corrections.source-needed')), document: z.string() }),
      reden: z.string().check(z.trim(), z.minLength(1, 'corrections.reason-needed'), z.maxLength(2000)),
    })
    .check(
      z.superRefine(({ soort, voorgesteldeWaarde }, context) => {
        const message = soort === 'betwisting' ? undefined : valueFault(voorgesteldeWaarde, type, language);
        if (message) context.addIssue({ code: 'custom', path: ['voorgesteldeWaarde'], message });
      }),
    );
type Typed = z.infer<ReturnType<typeof proposal>>;

export function ProposalForm({ providerId, definition, period, row }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const today = useToday();
  const [key] = useState(newIdempotencyKey);
  const [clashes, setClashes] = useState(false);
  const form = useForm<Typed>({
    resolver: zodResolver(proposal(definition.type, language)),
    defaultValues: {
      soort: row ? 'betwisting' : 'registerwaarde',
      voorgesteldeWaarde: '',
      bekendOp: today,
      bron: { naam: definition.bronnen.length === 1 ? (definition.bronnen[0] ?? '') : '', document: '' },
      reden: '',
    },
    shouldFocusError: false,
  });
  const faults = useFormFaults(form);
  // Without the choices of the model nobody can say which one it should be.
  const offered = definition.type === 'keuze' && definition.opties.length === 0 ? kinds.slice(0, 1) : kinds;
  const kind = useWatch({ control: form.control, name: 'soort' });

  const submit = form.handleSubmit(async (typed) => {
    const body: Schema['NieuweCorrectie'] = {
      feit: definition.feit,
      periode: period,
      feitId: row?.id ?? null,
      soort: typed.soort,
      voorgesteldeWaarde:
        typed.soort === 'betwisting' ? null : (typedValue(typed.voorgesteldeWaarde, definition.type, language) ?? null),
      bekendOp: typed.bekendOp,
      bron: { naam: typed.bron.naam, document: typed.bron.document.trim() || null },
      reden: typed.reden,
    };
    const params = { path: { aanbiederId: providerId }, header: { 'Idempotency-Key': key } };
    try {
      const made = await unwrap(api.POST('/aanbieders/{aanbiederId}/correcties', { params, body }));
      void queries.invalidateQueries({ queryKey: ['aanbieder', providerId] });
      void queries.invalidateQueries({ queryKey: ['correcties'] });
      void queries.invalidateQueries({ queryKey: correctionKey(made.id) });
      void navigate({ to: '/correcties/$id', params: { id: String(made.id) }, ignoreBlocker: true });
    } catch (error) {
      setClashes(isProblem(error, 'niet-in-deze-toestand'));
      faults.refused(error);
    }
  });

  return (
    <form className="correction-form" noValidate onSubmit={(event) => void submit(event)}>
      <LeaveGuard active={form.formState.isDirty} />
      <ErrorSummary faults={faults.list} attempt={faults.attempt} />
      {clashes && <OpenCorrections providerId={providerId} />}
      <SelectField
        label={t('corrections.kind')}
        description={t(`corrections.kind-help.${kind}`)}
        choices={offered.map((value) => ({ value, label: t(`corrections.kind.${value}`) }))}
        error={faults.of('soort')}
        {...form.register('soort')}
      />
      {kind !== 'betwisting' && (
        <ValueField
          definition={definition}
          error={faults.of('voorgesteldeWaarde')}
          field={form.register('voorgesteldeWaarde')}
        />
      )}
      <SelectField
        label={t('corrections.source')}
        description={t('corrections.source-help')}
        choices={[
          { value: '', label: t('corrections.choose') },
          ...definition.bronnen.map((name) => {
            const { text, lang } = sourceName(name, t);
            return { value: name, label: text, lang };
          }),
        ]}
        error={faults.of('bron.naam')}
        {...form.register('bron.naam')}
      />
      <TextField
        label={t('corrections.document')}
        error={faults.of('bron.document')}
        {...form.register('bron.document')}
      />
      <TextField
        type="date"
        max={today}
        label={t('corrections.known')}
        description={t('corrections.known-help')}
        error={faults.of('bekendOp')}
        {...form.register('bekendOp')}
      />
      <TextArea
        label={t('corrections.reason')}
        description={t('corrections.reason-help')}
        error={faults.of('reden')}
        {...form.register('reden')}
      />
      <Button look="primary" type="submit" busy={form.formState.isSubmitting}>
        {t('corrections.send')}
      </Button>
    </form>
  );
}

/** What stands in the way is mostly a correction that is open already. */
function OpenCorrections({ providerId }: { providerId: number }) {
  const t = useText();
  if (!useMay('list_corrections')) return null;
  return (
    <p>
      <Link className="nl-link" to="/correcties" search={{ status: 'open', aanbieder: String(providerId) }}>
        {t('corrections.see-open')}
      </Link>
    </p>
  );
}
