import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { zodResolver } from '@hookform/resolvers/zod';
import * as z from 'zod/mini';
import { api, unwrap } from '../../../api/client';
import { isProblem } from '../../../api/problem';
import type { Schema } from '../../../api/types';
import { useText } from '../../../locales/Language';
import { Button } from '../../../ui/button/Button';
import { ErrorSummary } from '../../../ui/error-summary/ErrorSummary';
import { useFormFaults } from '../../../ui/error-summary/use-form-faults';
import { ConflictState } from '../../../ui/states/States';
import { TextField } from '../../../ui/text-field/TextField';
import { providerKey, useDossier } from '../queries';
import { changesIn, contactFields, type Contact } from './contact-fields';

type Provider = Schema['Aanbieder'];

const line = (length: number) => z.string().check(z.trim(), z.maxLength(length, 'dossier.contact.too-long'));
const contact = z.object({
  contactpersoon: line(200),
  emailadres: line(254).check(z.regex(/^$|^\S+@\S+$/, 'dossier.contact.email-form')),
  telefoon: line(50),
});
type Typed = z.infer<typeof contact>;

const orUnknown = (typed: Typed): Contact => ({
  contactpersoon: typed.contactpersoon || null,
  emailadres: typed.emailadres || null,
  telefoon: typed.telefoon || null,
});

/** Changes the contact details; when somebody else was first, both versions stand there and nothing is overwritten. */
export function ContactForm({ provider, onDone }: { provider: Provider; onDone: () => void }) {
  const t = useText();
  const keep = useKeep();
  const [conflict, setConflict] = useState<{ yours: Contact; now: Provider } | null>(null);
  // The version that was on the screen when the typing began.
  const [before] = useState(provider);
  const form = useForm<Typed>({
    resolver: zodResolver(contact),
    defaultValues: {
      contactpersoon: before.contact.contactpersoon ?? '',
      emailadres: before.contact.emailadres ?? '',
      telefoon: before.contact.telefoon ?? '',
    },
    shouldFocusError: false,
  });
  const faults = useFormFaults(form);

  const save = async (yours: Contact, base: Provider) => {
    try {
      keep(await sent(base, changesIn(base.contact, yours)));
      onDone();
    } catch (error) {
      if (isProblem(error) && error.conflict) setConflict({ yours, now: error.conflict.huidig as unknown as Provider });
      else faults.refused(error);
    }
  };

  if (conflict)
    return (
      <ConflictState
        differences={contactFields
          .filter((field) => conflict.now.contact[field] !== conflict.yours[field])
          .map((field) => ({
            label: t(`dossier.contact.${field}`),
            theirs: conflict.now.contact[field] ?? t('unknown'),
            yours: conflict.yours[field] ?? t('unknown'),
          }))}
        onKeepTheirs={() => {
          keep(conflict.now);
          onDone();
        }}
        onKeepYours={() => void save(conflict.yours, conflict.now)}
      />
    );
  return (
    <form noValidate onSubmit={(event) => void form.handleSubmit((typed) => save(orUnknown(typed), before))(event)}>
      <ErrorSummary faults={faults.list} attempt={faults.attempt} />
      {contactFields.map((field) => (
        <TextField
          key={field}
          label={t(`dossier.contact.${field}`)}
          error={faults.of(field)}
          {...form.register(field)}
        />
      ))}
      <div className="dossier__buttons">
        <Button look="primary" type="submit" busy={form.formState.isSubmitting}>
          {t('dossier.save')}
        </Button>
        <Button look="subtle" onClick={onDone}>
          {t('dossier.cancel')}
        </Button>
      </div>
    </form>
  );
}

function sent(base: Provider, body: Schema['Contactwijziging']): Promise<Provider> {
  return unwrap(
    api.PATCH('/aanbieders/{aanbiederId}', {
      params: { path: { aanbiederId: base.id }, header: { 'If-Match': base.versie } },
      headers: { 'Content-Type': 'application/merge-patch+json' },
      body,
    }),
  );
}

function useKeep() {
  const queries = useQueryClient();
  const { id, asOf } = useDossier();
  return (provider: Provider) => queries.setQueryData(providerKey(id, asOf), provider);
}
