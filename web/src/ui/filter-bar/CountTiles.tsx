import type { Colour } from '../../api/types';
import { useText } from '../../locales/Language';
import { SignalShape } from '../signal-badge/SignalShape';
import '../signal-badge/signal-badge.css';
import './count-tiles.css';

const colours: Colour[] = ['rood', 'oranje', 'grijs', 'groen'];

interface Props {
  label: string;
  counts: Record<Colour, number>;
  chosen: Colour[];
  onChange: (chosen: Colour[]) => void;
}

/** How many of each colour; a press shows only that colour, or no longer. */
export function CountTiles({ label, counts, chosen, onChange }: Props) {
  const t = useText();
  const flip = (colour: Colour) =>
    onChange(chosen.includes(colour) ? chosen.filter((each) => each !== colour) : [...chosen, colour]);
  return (
    <div className="count-tiles" role="group" aria-label={label}>
      {colours.map((colour) => (
        <button
          key={colour}
          className="count-tile"
          type="button"
          data-colour={colour}
          aria-pressed={chosen.includes(colour)}
          onClick={() => flip(colour)}
        >
          <SignalShape colour={colour} />
          <span className="count-tile__number">{counts[colour]}</span>
          <span>{t(`colour.${colour}`)}</span>
        </button>
      ))}
    </div>
  );
}
