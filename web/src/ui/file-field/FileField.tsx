import { useRef, useState } from 'react';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import { Button } from '../button/Button';
import { Field, describedBy } from '../text-field/Field';
import './file-field.css';

interface Props {
  id: string;
  label: string;
  description?: string;
  error?: string;
  /** Endings, as in `.csv`. */
  types: string[];
  megabytes: number;
  file: File | null;
  onChange: (file: File | null) => void;
}

/** Chooses one file, with a button that speaks the language of the page and not that of the browser; says at once when it is too large or of another type. Dropping is not needed for it. */
export function FileField({ id, label, description, error, types, megabytes, file, onChange }: Props) {
  const t = useText();
  const format = useFormat();
  const input = useRef<HTMLInputElement>(null);
  const [refusal, setRefusal] = useState<string | undefined>();
  const shown = error ?? refusal;

  const refusalOf = (chosen: File) => {
    if (!types.some((type) => chosen.name.toLowerCase().endsWith(type)))
      return t('file.wrong-type', { name: chosen.name, types: types.join(', ') });
    if (chosen.size > megabytes * 1_000_000) return t('file.too-large', { name: chosen.name, limit: megabytes });
    return undefined;
  };
  const choose = (chosen: File | undefined) => {
    if (!chosen) return;
    const refused = refusalOf(chosen);
    setRefusal(refused);
    onChange(refused ? null : chosen);
  };
  const remove = () => {
    if (input.current) input.current.value = '';
    setRefusal(undefined);
    onChange(null);
    input.current?.focus();
  };

  return (
    <Field id={id} label={label} description={description} error={shown} className="file-field">
      <div className="file-field__place">
        <input
          ref={input}
          id={id}
          className="file-field__input"
          type="file"
          accept={types.join(',')}
          aria-invalid={shown ? true : undefined}
          aria-describedby={describedBy(id, description, shown)}
          onChange={(event) => choose(event.target.files?.[0])}
        />
        <span className="nl-button nl-button--secondary file-field__face" aria-hidden="true">
          {t(file ? 'file.replace' : 'file.choose')}
        </span>
      </div>
      {file && (
        <p className="file-field__chosen" role="status">
          {file.name}{' '}
          <span className="file-field__size">
            {t('file.size', { size: format.number(Math.ceil(file.size / 1000)) })}
          </span>
          <Button look="subtle" onClick={remove}>
            {t('file.remove', { name: file.name })}
          </Button>
        </p>
      )}
    </Field>
  );
}
