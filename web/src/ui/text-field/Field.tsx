import type { ReactNode } from 'react';
import { classes } from '../classes/classes';
import './field.css';

interface Props {
  id: string;
  label: string;
  description?: ReactNode;
  error?: string;
  className?: string;
  children: ReactNode;
}

/** Label, help, fault and the control itself, in the order in which they are read. */
export function Field({ id, label, description, error, className, children }: Props) {
  return (
    <div className={classes('field', error && 'field--invalid', className)}>
      <label className="utrecht-form-label field__label" htmlFor={id}>
        {label}
      </label>
      {description && (
        <div className="utrecht-form-field-description field__description" id={`${id}-help`}>
          {description}
        </div>
      )}
      {error && (
        <div className="utrecht-form-field-error-message field__error" id={`${id}-fout`}>
          {error}
        </div>
      )}
      {children}
    </div>
  );
}

/** What a control is described by, for a screen reader. */
export function describedBy(id: string, description: ReactNode, error: string | undefined): string | undefined {
  return [description && `${id}-help`, error && `${id}-fout`].filter(Boolean).join(' ') || undefined;
}
