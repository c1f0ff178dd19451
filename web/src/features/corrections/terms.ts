import { daysBetween } from '../../ui/deadline/days';

export const groups = ['late', 'today', 'week', 'later'] as const;
export type Group = (typeof groups)[number];

/** Where a term falls: past, today, within a week, or after that. */
export function groupOf(today: string, day: string): Group {
  const days = daysBetween(today, day);
  if (days < 0) return 'late';
  if (days === 0) return 'today';
  return days <= 7 ? 'week' : 'later';
}
