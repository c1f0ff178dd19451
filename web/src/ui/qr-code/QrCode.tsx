import { qrCode } from './qr-code';
import './qr-code.css';

/** White around it, without which a reader does not find it. */
const margin = 4;

/** A text for the camera of a phone. The same must stand beside it as text; when it is too long there is only that. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const rows = qrCode(text);
  if (!rows) return null;
  const side = rows.length + margin * 2;
  const path = rows
    .flatMap((row, down) => row.map((dark, right) => (dark ? `M${right + margin} ${down + margin}h1v1h-1z` : '')))
    .join('');
  return (
    <svg className="qr-code" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect className="qr-code__light" width={side} height={side} />
      <path d={path} />
    </svg>
  );
}
