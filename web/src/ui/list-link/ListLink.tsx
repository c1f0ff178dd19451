import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Change, Colour } from '../../api/types';

interface Props {
  /** What the urgency list is to show, as its address says it. */
  search: { kleur?: Colour; veranderd?: Change; gemeente?: string; screening?: number };
  className?: string;
  children: ReactNode;
}

/** The urgency list with some filters on; its page is another feature's, so its address is not checked here. */
export function ListLink({ search, className = 'nl-link', children }: Props) {
  const list: string = '/urgentielijst';
  return (
    <Link className={className} to={list} search={search as never}>
      {children}
    </Link>
  );
}
