import { useBlocker } from '@tanstack/react-router';
import { useText } from '../../locales/Language';
import { Button } from '../button/Button';
import { Dialog } from '../dialog/Dialog';
import './leave-guard.css';

/** Asks before what was typed is lost: by a link here, by the browser itself when the window is closed. */
export function LeaveGuard({ active }: { active: boolean }) {
  const t = useText();
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => active,
    enableBeforeUnload: active,
    withResolver: true,
  });
  if (status !== 'blocked') return null;
  return (
    <Dialog title={t('leave.title')} onClose={reset}>
      <p>{t('leave.text')}</p>
      <p className="leave-guard__choices">
        <Button look="primary" onClick={reset}>
          {t('leave.stay')}
        </Button>
        <Button onClick={proceed}>{t('leave.go')}</Button>
      </p>
    </Dialog>
  );
}
