import type { ReactNode } from 'react';
import { classes } from '../classes/classes';
import './card.css';

/** A white sheet around what belongs together. */
export function Card({ title, className, children }: { title?: ReactNode; className?: string; children: ReactNode }) {
  return (
    <section className={classes('card', className)}>
      {title && <h2 className="card__title">{title}</h2>}
      {children}
    </section>
  );
}
