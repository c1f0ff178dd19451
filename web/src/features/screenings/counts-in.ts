import type { Schema } from '../../api/types';

type Indicator = Pick<Schema['Indicator'], 'indicator' | 'vloer' | 'treden'>;

/** Whether a question has a part in the points: it hits too often, or it never gives any. A ground for exclusion works by its floor. */
export function countsIn(
  { indicator, nietMeegeteld }: Schema['Trefkans'],
  questions: Indicator[] | undefined,
): 'in' | 'out' | 'zero' {
  if (nietMeegeteld) return 'out';
  const question = questions?.find((each) => each.indicator === indicator);
  const givesNone = question?.vloer === null && question.treden.every(({ punten }) => punten === 0);
  return givesNone ? 'zero' : 'in';
}
