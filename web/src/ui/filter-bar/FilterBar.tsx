import { useId, useRef, useState, type ReactNode } from 'react';
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
  const bar = useRef<HTMLElement>(null);
  const clear = () => {
    // The button goes away with the last filter; the focus goes to where a new one is chosen.
    if (bar.current) firstControl(bar.current)?.focus();
    onClear();
  };
  return (
    <section className="filter-bar" ref={bar} aria-label={t('filter.label')}>
      {top}
      <Button className="filter-bar__toggle" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {t('filter.toggle', { count: active })}
      </Button>
      <div className="filter-bar__fields" id={id} data-open={open}>
        {children}
      </div>
      {active > 0 && (
        <Button className="filter-bar__clear" look="subtle" onClick={clear}>
          {t('filter.clear')}
        </Button>
      )}
    </section>
  );
}

/** On a phone the fields are behind a button. */
function firstControl(bar: HTMLElement): HTMLElement | undefined {
  const controls = bar.querySelectorAll<HTMLElement>('.filter-bar__toggle, .filter-bar__fields :is(input, select)');
  return [...controls].find((each) => each.checkVisibility());
}
