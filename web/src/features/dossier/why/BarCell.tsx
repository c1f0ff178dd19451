import type { Schema } from '../../../api/types';
import { useText } from '../../../locales/Language';

export interface Scale {
  most: number;
  limits: Schema['Grenzen'];
}

interface Block {
  from: number;
  to: number;
  look: 'certain' | 'possible' | 'back' | 'total';
}

interface Props {
  blocks: Block[];
  scale: Scale;
}

const share = (points: number, { most }: Scale) => `${(points / most) * 100}%`;

/** The bar of a line; the figures stand beside it in words, so it is not read aloud. */
export function BarCell({ blocks, scale }: Props) {
  return (
    <svg className="reasons__bar" aria-hidden="true" focusable="false">
      <Limits scale={scale} />
      {blocks
        .filter(({ from, to }) => from !== to)
        .map(({ from, to, look }) => (
          <rect
            key={look}
            className={`reasons__block reasons__block--${look}`}
            x={share(Math.min(from, to), scale)}
            y="4"
            width={share(Math.abs(to - from), scale)}
            height="16"
          />
        ))}
    </svg>
  );
}

function Limits({ scale }: { scale: Scale }) {
  const orange = share(scale.limits.oranje, scale);
  const red = share(scale.limits.lichtrood, scale);
  return (
    <>
      <line className="reasons__limit reasons__limit--orange" x1={orange} x2={orange} y1="0" y2="24" />
      <line className="reasons__limit reasons__limit--red" x1={red} x2={red} y1="0" y2="24" />
    </>
  );
}

/** The limits as figures above the bars. */
export function BarHead({ scale }: { scale: Scale }) {
  return (
    <svg className="reasons__scale" aria-hidden="true" focusable="false">
      {[scale.limits.oranje, scale.limits.lichtrood].map((limit) => (
        <text key={limit} x={share(limit, scale)} y="14" textAnchor="middle">
          {limit}
        </text>
      ))}
    </svg>
  );
}

/** What the drawing means, in words. */
export function BarKey() {
  const t = useText();
  return <p className="why__key">{t('dossier.why.key')}</p>;
}
