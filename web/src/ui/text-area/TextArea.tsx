import type { ComponentProps, ReactNode } from 'react';
import { classes } from '../classes/classes';
import { Field, describedBy } from '../text-field/Field';

interface Props extends ComponentProps<'textarea'> {
  label: string;
  description?: ReactNode;
  error?: string;
}

/** Text of several lines with its label, help and fault. The id is the name, so that a fault can lead to it. */
export function TextArea({ label, description, error, className, id, name, rows = 4, ...rest }: Props) {
  const own = id ?? name?.replaceAll('.', '-') ?? '';
  return (
    <Field id={own} label={label} description={description} error={error} className={className}>
      <textarea
        {...rest}
        id={own}
        name={name}
        rows={rows}
        className={classes('utrecht-textbox', 'utrecht-textbox--html-input', error && 'utrecht-textbox--invalid')}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(own, description, error)}
      />
    </Field>
  );
}
