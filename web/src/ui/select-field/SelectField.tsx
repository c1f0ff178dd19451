import type { ComponentProps, ReactNode } from 'react';
import { Field, describedBy } from '../text-field/Field';
import './select-field.css';

export interface Choice {
  value: string;
  label: string;
  /** Where it is not the language of the page. */
  lang?: string;
}

interface Props extends ComponentProps<'select'> {
  label: string;
  choices: Choice[];
  description?: ReactNode;
  error?: string;
}

export function SelectField({ label, choices, description, error, className, id, name, ...rest }: Props) {
  const own = id ?? name?.replaceAll('.', '-') ?? '';
  return (
    <Field id={own} label={label} description={description} error={error} className={className}>
      <select
        {...rest}
        id={own}
        name={name}
        className="utrecht-select utrecht-select--html-select select-field"
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(own, description, error)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} lang={choice.lang}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
