import { useState } from 'react';
import { useText } from '../../locales/Language';
import { Button } from '../../ui/button/Button';
import { Dialog } from '../../ui/dialog/Dialog';
import { ErrorState } from '../../ui/states/States';
import { useKeyChanges, type Key } from './use-keys';

/** Asked twice: a program that uses the key stops at once. */
export function RevokeKey({ item }: { item: Key }) {
  const t = useText();
  const { revoke } = useKeyChanges();
  const [asked, setAsked] = useState(false);
  const [error, setError] = useState<unknown>(null);
  return (
    <>
      <Button onClick={() => setAsked(true)}>{t('accounts.revoke', { name: item.naam })}</Button>
      {asked && (
        <Dialog title={t('accounts.revoke-ask', { name: item.naam })} onClose={() => setAsked(false)}>
          <p>{t('accounts.revoke-text')}</p>
          {error !== null && <ErrorState error={error} />}
          <Button look="primary" onClick={() => void revoke(item.id).catch(setError)}>
            {t('accounts.revoke-yes')}
          </Button>
        </Dialog>
      )}
    </>
  );
}
