import { useEffect, useRef, type ReactNode } from 'react';
import { linkToReturnTo } from './return-focus';
import './page-heading.css';

interface Props {
  title: string;
  intro?: ReactNode;
  /** Buttons that belong to the whole page. */
  actions?: ReactNode;
}

// The first page is where the reader already is; after that each new page takes the focus.
let isFirstPage = true;

/** The title of the page, in the page and in the window. */
export function PageHeading({ title, intro, actions }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Slagboom`;
  }, [title]);
  useEffect(() => {
    // The scroll position belongs to the router, which puts it back after "back".
    if (!isFirstPage) (linkToReturnTo() ?? heading.current)?.focus({ preventScroll: true });
    isFirstPage = false;
  }, []);

  return (
    <div className="page-heading">
      <div>
        <h1 className="page-heading__title" ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {intro && <p className="page-heading__intro">{intro}</p>}
      </div>
      {actions && <div className="page-heading__actions">{actions}</div>}
    </div>
  );
}
