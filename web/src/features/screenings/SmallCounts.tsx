import type { Schema } from '../../api/types';
import { useText } from '../../locales/Language';
import { SignalShape } from '../../ui/signal-badge/SignalShape';
import '../../ui/signal-badge/signal-badge.css';
import { colourGroups } from '../../ui/group-bars/groups';

/** How many of each colour in one line, each with shape and word. */
export function SmallCounts({ counts }: { counts: Schema['Kleurtelling'] }) {
  const t = useText();
  return (
    <ul className="small-counts">
      {colourGroups.map((colour) => (
        <li key={colour}>
          <SignalShape colour={colour} />
          <b>{counts[colour]}</b> {t(`colour.${colour}`).toLowerCase()}
        </li>
      ))}
    </ul>
  );
}
