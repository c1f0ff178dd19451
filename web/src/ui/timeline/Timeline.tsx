import type { ReactNode } from 'react';
import { useText } from '../../locales/Language';
import './timeline.css';

export interface TimelineItem {
  id: string;
  title: ReactNode;
  /** A date, a name, what happened. */
  detail?: ReactNode;
  state?: 'done' | 'current' | 'coming';
}

/** Steps or events in their order; the state of a step stands in words as well. */
export function Timeline({ items }: { items: TimelineItem[] }) {
  const t = useText();
  return (
    <ol className="timeline">
      {items.map((item) => (
        <li
          key={item.id}
          className="timeline__item"
          data-state={item.state ?? 'done'}
          aria-current={item.state === 'current' ? 'step' : undefined}
        >
          <span className="timeline__mark" aria-hidden="true" />
          <div className="timeline__title">{item.title}</div>
          {(item.state ?? item.detail) && (
            <div className="timeline__detail">
              {item.state && t(`timeline.${item.state}`)}
              {item.state && item.detail && ' · '}
              {item.detail}
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
