import type { Schema } from '../../api/types';

type Correction = Schema['Correctie'];

export const termGroups = ['late', 'today', 'week', 'later'] as const;
export type TermGroup = (typeof termGroups)[number];

export interface Term {
  correction: Correction;
  /** Decided by this person, or waiting for somebody else. */
  waitsFor: 'me' | 'other';
}

const weekday = (day: string) => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/** The Sunday of the week of a day. */
export function endOfWeek(day: string): string {
  const end = new Date(`${day}T00:00:00Z`);
  end.setUTCDate(end.getUTCDate() + 6 - weekday(day));
  return end.toISOString().slice(0, 10);
}

export function groupOf(day: string, today: string): TermGroup {
  if (day < today) return 'late';
  if (day === today) return 'today';
  return day <= endOfWeek(today) ? 'week' : 'later';
}

/** What this person decides or proposed. Whoever proposed it does not decide it where a second person is needed. */
export function termsOf(corrections: Correction[], person: number, mayDecide: boolean): Term[] {
  return corrections
    .filter(({ status }) => status === 'open')
    .map((correction): Term => {
      const isOwn = correction.ingediendDoor.id === person;
      const decides = mayDecide && !(isOwn && correction.tweedePersoonNodig);
      return { correction, waitsFor: decides ? 'me' : 'other' };
    })
    .filter(({ correction, waitsFor }) => waitsFor === 'me' || correction.ingediendDoor.id === person)
    .toSorted((a, b) => a.correction.besluitVoor.localeCompare(b.correction.besluitVoor));
}

export function inGroups(terms: Term[], today: string): [TermGroup, Term[]][] {
  return termGroups
    .map((group): [TermGroup, Term[]] => [
      group,
      terms.filter(({ correction }) => groupOf(correction.besluitVoor, today) === group),
    ])
    .filter(([, members]) => members.length > 0);
}
