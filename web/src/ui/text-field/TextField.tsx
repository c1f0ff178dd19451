import type { ComponentProps, ReactNode } from 'react';
import { classes } from '../classes/classes';
import { Field, describedBy } from './Field';

interface Props extends ComponentProps<'input'> {
  label: string;
  description?: ReactNode;
  error?: string;
}

/** A line of text with its label, help and fault. The id is the name, so that a fault can lead to it. */
export function TextField({ label, description, error, className, id, name, ...rest }: Props) {
  const own = id ?? name?.replaceAll('.', '-') ?? '';
  return (
    <Field id={own} label={label} description={description} error={error} className={className}>
      <input
        type="text"
        {...rest}
        id={own}
        name={name}
        className={classes('utrecht-textbox', 'utrecht-textbox--html-input', error && 'utrecht-textbox--invalid')}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(own, description, error)}
      />
    </Field>
  );
}
