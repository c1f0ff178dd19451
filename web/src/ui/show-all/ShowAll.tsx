import { startTransition, useEffect, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useText } from '../../locales/Language';
import { Button } from '../button/Button';
import './show-all.css';

interface Props<Item> {
  items: Item[];
  pageSize: number;
  children: (shown: Item[]) => ReactNode;
}

/** One page of a list, and a button for all of it. On paper there is no button, so there all of it stands. */
export function ShowAll<Item>({ items, pageSize, children }: Props<Item>) {
  const t = useText();
  const [all, setAll] = useState(false);
  useEffect(() => {
    const showAll = () => flushSync(() => setAll(true));
    window.addEventListener('beforeprint', showAll);
    return () => window.removeEventListener('beforeprint', showAll);
  }, []);
  const shown = all ? items : items.slice(0, pageSize);
  return (
    <>
      {children(shown)}
      {shown.length < items.length && (
        <p className="show-all">
          <span>{t('table.shown', { shown: shown.length, total: items.length })}</span>
          <Button onClick={() => startTransition(() => setAll(true))}>
            {t('table.show-all', { total: items.length })}
          </Button>
        </p>
      )}
    </>
  );
}
