import { useEffect, useRef, useState } from 'react';
import { useMay } from '../../../api/session';
import type { Schema } from '../../../api/types';
import { useText } from '../../../locales/Language';
import { Button } from '../../../ui/button/Button';
import { Card } from '../../../ui/card/Card';
import { SummaryList } from '../../../ui/summary-list/SummaryList';
import { useDossier } from '../queries';
import { ContactForm } from './ContactForm';
import { contactFields } from './contact-fields';

/** Who to speak with at the provider. */
export function ContactCard({ provider }: { provider: Schema['Aanbieder'] }) {
  const t = useText();
  const { asOf } = useDossier();
  const mayEdit = useMay('edit_provider_contact');
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  // The focus follows the form: into it when it opens, and back to the button when it closes.
  useEffect(() => {
    if (editing) document.getElementById(contactFields[0])?.focus();
    else if (wasEditing.current) button.current?.focus();
    wasEditing.current = editing;
  }, [editing]);
  // What was known then is not changed by somebody now.
  const isNow = asOf.bekendOp === undefined && asOf.geregistreerdOp === undefined;

  return (
    <Card title={t('dossier.contact')} className="contact-card">
      {editing ? (
        <ContactForm provider={provider} onDone={() => setEditing(false)} />
      ) : (
        <>
          <SummaryList
            items={contactFields.map((field) => ({
              label: t(`dossier.contact.${field}`),
              value: provider.contact[field] ?? t('unknown'),
            }))}
          />
          {mayEdit && isNow && (
            <Button ref={button} onClick={() => setEditing(true)}>
              {t('dossier.contact.edit')}
            </Button>
          )}
        </>
      )}
    </Card>
  );
}
