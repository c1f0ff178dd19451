import { useEffect, useRef } from 'react';

/** The focus follows the history of a fact: to its heading when it opens, and back to its link when it closes. */
export function useHistoryFocus(fact: string | undefined) {
  const shown = useRef(fact);
  const pressed = useRef<Element>(null);
  useEffect(() => {
    const before = shown.current;
    shown.current = fact;
    if (fact === before) return;
    if (!before) pressed.current = document.activeElement;
    placeOf(fact, before, pressed.current)?.focus();
  }, [fact]);
}

function placeOf(opened: string | undefined, closed: string | undefined, pressed: Element | null): HTMLElement | null {
  if (opened) return document.getElementById('geschiedenis');
  const links = [...document.querySelectorAll<HTMLElement>(`[data-history-of="${closed}"]`)];
  // A fact has a row for each period, all with this link; the one that was pressed is where the reader was.
  return links.find((link) => link === pressed) ?? links[0] ?? document.getElementById('feiten');
}
