import type { ReactNode } from 'react';
import './summary-list.css';

export interface SummaryItem {
  label: string;
  value: ReactNode;
  /** A link or button that changes or explains it; its name says of what. */
  action?: ReactNode;
}

/** Names with their values. */
export function SummaryList({ items }: { items: SummaryItem[] }) {
  return (
    <dl className="summary-list">
      {items.map((item) => (
        <div key={item.label} className="summary-list__item">
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
          {item.action && <dd className="summary-list__action">{item.action}</dd>}
        </div>
      ))}
    </dl>
  );
}
