import type { SubCategory } from '../../api/types';
import { useText } from '../../locales/Language';
import './urgency-badge.css';

interface Props {
  /** Blocks that are full. */
  level: number;
  of?: number;
  /** The place in the list, or the number of the class. */
  number: number;
  word: string;
}

/** How soon to look: full blocks, a number and a word, darker as it is more urgent. */
export function UrgencyBadge({ level, of = 5, number, word }: Props) {
  return (
    <span className="urgency-badge" data-shade={Math.ceil((level / of) * 3)}>
      <span className="urgency-badge__blocks" aria-hidden="true">
        {Array.from({ length: of }, (_, place) => (
          <span key={place} className="urgency-badge__block" data-full={place < level} />
        ))}
      </span>
      <span>
        <b>{number}</b> {word}
      </span>
    </span>
  );
}

const levels: Record<SubCategory, number> = { donkerrood: 5, middenrood: 3, lichtrood: 1 };

/** The urgency of a red provider: its place, and the sub-category of red. */
export function RedUrgency({ subCategory, place }: { subCategory: SubCategory; place: number }) {
  const t = useText();
  return (
    <UrgencyBadge level={levels[subCategory]} number={place} word={t(`sub-category.${subCategory}`).toLowerCase()} />
  );
}
