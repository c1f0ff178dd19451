import { Link } from '@tanstack/react-router';
import type { Schema } from '../../api/types';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import { outcomes, type Outcome } from './kinds';

interface Props {
  counts: Schema['Importtelling'];
  chosen: Outcome | undefined;
}

/** How many rows of each outcome; a press shows only those. */
export function OutcomeTiles({ counts, chosen }: Props) {
  const t = useText();
  return (
    <nav aria-label={t('imports.outcomes')}>
      <ul className="outcome-tiles">
        <Tile count={counts.rijen} label={t('imports.outcome.alle')} on={chosen === undefined} />
        {outcomes.map((outcome) => (
          <Tile
            key={outcome}
            outcome={outcome}
            count={counts[outcome]}
            label={t(`imports.outcome.${outcome}`)}
            on={chosen === outcome}
          />
        ))}
      </ul>
    </nav>
  );
}

function Tile({ outcome, count, label, on }: { outcome?: Outcome; count: number; label: string; on: boolean }) {
  const format = useFormat();
  return (
    <li>
      <Link
        className="outcome-tile"
        to="."
        search={{ uitkomst: outcome }}
        resetScroll={false}
        aria-current={on ? 'true' : undefined}
      >
        <span className="outcome-tile__number">{format.number(count)}</span> {label}
      </Link>
    </li>
  );
}

/** The same counts where there is nothing to choose. */
export function OutcomeCounts({ counts }: { counts: Schema['Importtelling'] }) {
  const t = useText();
  const format = useFormat();
  return (
    <ul className="outcome-tiles">
      <li className="outcome-tile">
        <span className="outcome-tile__number">{format.number(counts.rijen)}</span> {t('imports.outcome.alle')}
      </li>
      {outcomes.map((outcome) => (
        <li key={outcome} className="outcome-tile">
          <span className="outcome-tile__number">{format.number(counts[outcome])}</span>{' '}
          {t(`imports.outcome.${outcome}`)}
        </li>
      ))}
    </ul>
  );
}
