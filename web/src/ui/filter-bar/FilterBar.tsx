import { useId, useState, type ReactNode } from 'react';
import { useText } from '../../locales/Language';
import { Button } from '../button/Button';
import './filter-bar.css';

interface Props {
  /** How many filters are on. */
  active: number;
  onClear: () => void;
  /** What stays in sight on a phone too. */
  top?: ReactNode;
  children: ReactNode;
}

/** Filters that are always in sight on a desk, and behind one button on a phone. */
export function FilterBar({ active, onClear, top, children }: Props) {
  const t = useText();
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <section className="filter-bar" aria-label={t('filter.label')}>
      {top}
      <Button className="filter-bar__toggle" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {t('filter.toggle', { count: active })}
      </Button>
      <div className="filter-bar__fields" id={id} data-open={open}>
        {children}
      </div>
      {active > 0 && (
        <Button className="filter-bar__clear" look="subtle" onClick={onClear}>
          {t('filter.clear')}
        </Button>
      )}
    </section>
  );
}
