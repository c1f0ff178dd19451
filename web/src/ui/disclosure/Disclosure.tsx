import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { classes } from '../classes/classes';
import './disclosure.css';

interface Props {
  label: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A button that opens a small panel; Escape, and a press or focus elsewhere, close it. */
export function Disclosure({ label, className, children }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return;
    const elsewhere = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    const escape = (event: KeyboardEvent) => {
      // Of two that are open, Escape closes the one on top.
      const inDialog = event.target instanceof Element && event.target.closest('dialog');
      if (event.key !== 'Escape' || inDialog) return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', elsewhere);
    document.addEventListener('focusin', elsewhere);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', elsewhere);
      document.removeEventListener('focusin', elsewhere);
      document.removeEventListener('keydown', escape);
    };
  }, [open]);

  return (
    <div className={classes('disclosure', className)} ref={root}>
      <button
        ref={button}
        className="disclosure__button"
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <span>{label}</span>
        <span className="disclosure__arrow" aria-hidden="true" />
      </button>
      <div className="disclosure__panel" id={id} hidden={!open}>
        {children}
      </div>
    </div>
  );
}
