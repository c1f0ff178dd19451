// Going back, a reader finds the place of before; so does the focus: the link that led away takes it again.
// Loaded before the router: that draws the page of before as soon as it hears of going back, and by then it must be known here.

let cameBack = false;
const leftBy = new Map<string, string>();

addEventListener('popstate', () => (cameBack = true), { capture: true });
// In the capture phase the address is still that of the page with the link.
addEventListener(
  'click',
  ({ target }) => {
    cameBack = false;
    const href = target instanceof Element && target.closest('main a[href]')?.getAttribute('href');
    if (href) leftBy.set(location.href, href);
  },
  { capture: true },
);

/** Whether this page was reached by going back or forward. */
export const isReturn = () => cameBack;

/** The link by which this page was left, when somebody came back to it and the link stands there already. */
export function linkToReturnTo(): HTMLElement | null {
  const href = cameBack ? leftBy.get(location.href) : undefined;
  return href ? document.querySelector<HTMLElement>(`main a[href="${CSS.escape(href)}"]`) : null;
}
