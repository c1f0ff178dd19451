import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { useText } from '../../locales/Language';
import { Button } from '../button/Button';
import './dialog.css';

interface Props {
  title: string;
  /** Without it the dialog can only be left by doing what it asks. */
  onClose?: () => void;
  children: ReactNode;
}

/** The browser's own modal dialog: it keeps the focus, and gives it back to where it was. */
export function Dialog({ title, onClose, children }: Props) {
  const t = useText();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);

  // Closed before it leaves the page: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  return (
    <dialog
      className="dialog"
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <h2 className="dialog__title" id={id}>
        {title}
      </h2>
      {children}
      {onClose && (
        <Button className="dialog__close" look="subtle" onClick={onClose}>
          {t('dialog.close')}
        </Button>
      )}
    </dialog>
  );
}
