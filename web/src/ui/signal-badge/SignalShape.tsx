import type { Colour } from '../../api/types';

/** The shape that carries a colour for whoever does not see it: octagon, triangle, circle with tick, dashed ring. */
export function SignalShape({ colour, size }: { colour: Colour; size?: number }) {
  return (
    <svg
      className="signal-shape"
      data-colour={colour}
      // A drawing that is saved leaves the style sheet behind, and with it the size.
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[colour]}
    </svg>
  );
}

const shapes: Record<Colour, React.ReactNode> = {
  rood: (
    <>
      <path className="signal-shape__fill" d="M8 2h8l6 6v8l-6 6H8l-6-6V8z" />
      <path className="signal-shape__mark" d="M12 6.5v7M12 17.2v.3" />
    </>
  ),
  oranje: (
    <>
      <path className="signal-shape__fill" d="M12 2.5 23 21.5H1z" />
      <path className="signal-shape__mark" d="M12 9v6M12 18.2v.2" />
    </>
  ),
  groen: (
    <>
      <circle className="signal-shape__fill" cx="12" cy="12" r="10.5" />
      <path className="signal-shape__mark" d="m7 12.4 3.4 3.4 6.6-7" />
    </>
  ),
  grijs: (
    <>
      <circle className="signal-shape__ring" cx="12" cy="12" r="9.5" />
      <path className="signal-shape__dash" d="M8 12h8" />
    </>
  ),
};
