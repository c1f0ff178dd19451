import type { Colour } from '../../../api/types';
import { useRichText, useText } from '../../../locales/Language';
import { Spoken } from '../../../locales/words';
import { SignalBadge } from '../../../ui/signal-badge/SignalBadge';
import { BarCell, type Scale } from './BarCell';
import type { Terms } from './terms';
import type { Assessment, Line } from './waterfall';

type Sum = Exclude<Line, { reason: unknown }>;

interface Props {
  line: Sum;
  assessment: Assessment;
  scale: Scale;
  terms: Terms;
  /** A column that is not shown is not spanned. */
  columns: number;
}

/** Points, sum and source; the name of the line spans what stands before these. */
const ownColumns = 3;

/** The colour of so many points when everything is known. */
function colourAt(points: number, { oranje, lichtrood }: Scale['limits']): Colour {
  if (points >= lichtrood) return 'rood';
  return points >= oranje ? 'oranje' : 'groen';
}

const signed = (points: number) => (points < 0 ? `−${-points}` : `+${points}`);

/** A line that adds up: the head of a category, its cap, a floor, or a total. */
export function SumLine({ line, assessment, scale, terms, columns }: Props) {
  const t = useText();
  if (line.kind === 'category')
    return (
      <tr className="reasons__category">
        <th scope="rowgroup" colSpan={columns}>
          <Spoken words={terms.category(line.category)} />{' '}
          <span className="reasons__soft">{t('dossier.why.category', { counted: line.counted, cap: line.cap })}</span>
        </th>
      </tr>
    );
  if (line.kind === 'lowest' || line.kind === 'highest')
    return (
      <tr className="reasons__total">
        <th scope="row" colSpan={columns - ownColumns}>
          {t(
            `dossier.why.${line.kind === 'lowest' && assessment.laagste === assessment.hoogste ? 'score' : line.kind}`,
          )}
        </th>
        <td data-column="points">{line.points}</td>
        <td data-column="sum">
          <BarCell
            blocks={[
              { from: 0, to: assessment.laagste, look: 'total' },
              { from: assessment.laagste, to: line.points, look: 'possible' },
            ]}
            scale={scale}
          />
        </td>
        <td data-column="source">
          <SignalBadge colour={line.kind === 'lowest' ? assessment.kleur : colourAt(line.points, scale.limits)} />
        </td>
      </tr>
    );
  return (
    <tr>
      <th scope="row" colSpan={columns - ownColumns}>
        <SumName line={line} terms={terms} />
      </th>
      <td data-column="points">{signed(line.to - line.from)}</td>
      <td data-column="sum">
        <BarCell
          blocks={[{ from: line.from, to: line.to, look: line.to < line.from ? 'back' : 'certain' }]}
          scale={scale}
        />
      </td>
      <td data-column="source">
        <span className="reasons__soft">{t('dossier.why.rule')}</span>
      </td>
    </tr>
  );
}

function SumName({ line, terms }: { line: Extract<Sum, { kind: 'cap' | 'floor' | 'possible-rest' }>; terms: Terms }) {
  const t = useText();
  const rich = useRichText();
  if (line.kind === 'cap')
    return rich('dossier.why.cap', { category: <Spoken words={terms.category(line.category)} />, cap: line.cap });
  if (line.kind === 'floor')
    return rich('dossier.why.floor', { name: <Spoken words={terms.indicator(line.indicator)} />, points: line.to });
  return t(line.to < line.from ? 'dossier.why.rest-cap' : 'dossier.why.rest-floor');
}
