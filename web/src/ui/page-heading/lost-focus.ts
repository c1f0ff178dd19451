/**
 * Gives the focus a place when what had it is gone: the one that is given, or the title of the page. On the body a
 * keyboard would begin at the top again.
 */
export function catchFocus(place?: HTMLElement | null) {
  if (document.activeElement !== document.body) return;
  (place ?? document.querySelector<HTMLElement>('h1'))?.focus();
}
