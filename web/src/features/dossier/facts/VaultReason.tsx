import { useState, type FormEvent } from 'react';
import { useText } from '../../../locales/Language';
import { Button } from '../../../ui/button/Button';
import { Card } from '../../../ui/card/Card';
import { TextField } from '../../../ui/text-field/TextField';

/** Asks why the vault is needed; the reason stays out of the address, and goes to the log. */
export function VaultReason({ onGive }: { onGive: (reason: string) => void }) {
  const t = useText();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = reason.trim();
    setMissing(given === '');
    if (given) onGive(given);
    else document.getElementById('reden')?.focus();
  };
  return (
    <Card title={t('dossier.vault.title')}>
      <form noValidate onSubmit={submit}>
        <TextField
          id="reden"
          label={t('dossier.vault.reason')}
          description={t('dossier.vault.help')}
          error={missing ? t('dossier.vault.needed') : undefined}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button type="submit">{t('dossier.vault.show')}</Button>
      </form>
    </Card>
  );
}
