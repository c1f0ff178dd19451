import type { ComponentProps } from 'react';
import './checkbox-field.css';

interface Props extends ComponentProps<'input'> {
  label: string;
}

export function CheckboxField({ label, ...rest }: Props) {
  return (
    <label className="checkbox-field">
      <input {...rest} className="utrecht-checkbox utrecht-checkbox--html-input" type="checkbox" />
      <span>{label}</span>
    </label>
  );
}
