import { startTransition, useDeferredValue, useEffect, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useText } from '../../locales/Language';
import { Button } from '../button/Button';
import { catchFocus } from '../page-heading/lost-focus';
import { isReturn } from '../page-heading/return-focus';
import './show-all.css';

interface Props<Item> {
  items: Item[];
  pageSize: number;
  children: (shown: Item[]) => ReactNode;
}

/** As many as a window shows; drawing the rest waits until these can be read. */
const firstRows = 25;

/** One page of a list, and a button for all of it. On paper there is no button, so there all of it stands. */
export function ShowAll<Item>({ items, pageSize, children }: Props<Item>) {
  const t = useText();
  const [all, setAll] = useState(false);
  // Who comes back must find the place where he was, so there the page is drawn at once.
  const page = useDeferredValue(pageSize, isReturn() ? pageSize : Math.min(firstRows, pageSize));
  useEffect(() => {
    const showAll = () => flushSync(() => setAll(true));
    window.addEventListener('beforeprint', showAll);
    return () => window.removeEventListener('beforeprint', showAll);
  }, []);
  const list = useRef<Element>(null);
  useEffect(() => {
    if (all && list.current) catchFocus(startOf(list.current, pageSize));
  }, [all, pageSize]);
  const showRest = (event: MouseEvent) => {
    list.current = event.currentTarget.closest('.show-all')?.previousElementSibling ?? null;
    startTransition(() => setAll(true));
  };
  const shown = all ? items : items.slice(0, page);
  return (
    <>
      {children(shown)}
      {!all && items.length > pageSize && (
        <p className="show-all">
          <span>{t('table.shown', { shown: pageSize, total: items.length })}</span>
          <Button onClick={showRest}>{t('table.show-all', { total: items.length })}</Button>
        </p>
      )}
    </>
  );
}

/** Where reading goes on: the link of the first row that was not there before, or else the row itself. */
function startOf(list: Element, place: number): HTMLElement | undefined {
  const row = list.querySelectorAll<HTMLElement>('tbody > tr')[place];
  const link = row?.querySelector<HTMLElement>('a[href]');
  if (row && !link) row.tabIndex = -1;
  return link ?? row;
}
