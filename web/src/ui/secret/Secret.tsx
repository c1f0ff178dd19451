import { useState } from 'react';
import { useText } from '../../locales/Language';
import { Button } from '../button/Button';
import './secret.css';

/** A text that is shown once, to write down or copy. */
export function Secret({ label, value }: { label: string; value: string }) {
  const t = useText();
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const copy = () =>
    void navigator.clipboard.writeText(value).then(
      () => setCopied('yes'),
      () => setCopied('no'),
    );
  return (
    <div className="secret">
      <p className="secret__label">{label}</p>
      <p className="secret__value">{value}</p>
      <Button onClick={copy}>{t('secret.copy')}</Button>
      <span className="secret__status" role="status">
        {copied && t(`secret.copied.${copied}`)}
      </span>
    </div>
  );
}
