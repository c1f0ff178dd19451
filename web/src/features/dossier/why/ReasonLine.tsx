import type { ReactNode } from 'react';
import type { Schema } from '../../../api/types';
import { useFormat } from '../../../locales/format';
import { useText } from '../../../locales/Language';
import { Spoken, useWords } from '../../../locales/words';
import { HiddenValue, useFactValue } from '../../../ui/fact/fact-words';
import { SourceTag } from '../../../ui/source-tag/SourceTag';
import { certaintyKey, usePartText, type Value } from '../values';
import { BarCell, type Scale } from './BarCell';
import { PartsAndFacts } from './PartsAndFacts';
import { decidingPart } from './deciding-part';
import { Dispute, disputeOf, type OpenCorrection } from './disputes';
import type { Terms } from './terms';
import type { Line, Reason } from './waterfall';

interface Props {
  line: Extract<Line, { reason: Reason }>;
  folded: boolean;
  scale: Scale;
  terms: Terms;
  corrections: OpenCorrection[];
}

/** One question of the model: what was seen, beside what others show and the limit, and what it adds. */
export function ReasonLine({ line, folded, scale, terms, corrections }: Props) {
  const t = useText();
  const words = useWords();
  const { reason, kind } = line;
  const part = decidingPart(reason);
  const added = 'to' in line ? line.to - line.from : 0;
  return (
    <tr className="reasons__line" data-folded={folded} data-kind={kind}>
      <th scope="row" data-column="question">
        <span className="reasons__name">
          <Spoken words={terms.indicator(reason.indicator)} />
        </span>
        {(kind !== 'reason' || reason.uitkomst !== 'treffer') && (
          <span className="reasons__outcome" data-outcome={reason.uitkomst}>
            {t(`dossier.outcome.${reason.uitkomst}`)}
          </span>
        )}
        {givesNoPoints(reason) && <span className="reasons__soft">{t('dossier.outcome.no-points')}</span>}
        {part && (
          <span className="reasons__soft">
            <Spoken words={words(part.zin, part.zinEngels)} />
          </span>
        )}
        <PartsAndFacts reason={reason} terms={terms} />
      </th>
      <PartCells reason={reason} part={part} terms={terms} />
      <td data-column="points" data-label={t('dossier.why.column.points')}>
        {kind === 'possible' ? t('dossier.why.possible', { points: added }) : added > 0 ? `+${added}` : '0'}
      </td>
      <td data-column="sum">
        {'to' in line && (
          <BarCell
            blocks={[{ from: line.from, to: line.to, look: kind === 'possible' ? 'possible' : 'certain' }]}
            scale={scale}
          />
        )}
      </td>
      <td data-column="source" data-label={t('dossier.why.column.source')}>
        <Source reason={reason} terms={terms} corrections={corrections} />
      </td>
    </tr>
  );
}

/** Points stand with a hit as they are before any cap: none of them is what the model says of the step that was reached. */
const givesNoPoints = ({ uitkomst, punten, categorie }: Reason) =>
  uitkomst === 'treffer' && punten === 0 && categorie !== null;

interface CellProps {
  reason: Reason;
  part: Schema['Beslissend'] | undefined;
  terms: Terms;
}

function PartCells({ reason, part, terms }: CellProps) {
  const t = useText();
  const partText = usePartText();
  const value = useSeen(reason, part, terms);
  const shown = (content: Value | undefined, otherwise: string) =>
    content === undefined ? otherwise : partText(content, part?.deel ?? '');
  return (
    <>
      <td data-column="value" data-label={t('dossier.why.column.value')}>
        {value}
      </td>
      <td data-column="median" data-label={t('dossier.why.column.median')}>
        {shown(part?.mediaan, '–')}
      </td>
      <td data-column="limit" data-label={t('dossier.why.column.limit')}>
        {shown(part?.grens, '–')}
      </td>
    </>
  );
}

/** The parts of a rule that read a hidden fact are left out. */
const isPartlyHidden = (reason: Reason) => reason.feiten.some((fact) => fact.afgeschermd);

/** A rule of yes or no gives no figure; then the fact it read is what was seen. */
function useSeen(reason: Reason, part: Schema['Beslissend'] | undefined, terms: Terms): ReactNode {
  const t = useText();
  const partText = usePartText();
  const factValue = useFactValue();
  const read = reason.feiten.find((fact) => part?.deel.includes(fact.feit));
  const closed = part ? part.afgeschermd || (part.gezien === undefined && read?.afgeschermd) : isPartlyHidden(reason);
  if (closed) return <HiddenValue type={read && terms.definition(read.feit)?.type} />;
  if (part?.gezien !== undefined) return partText(part.gezien, part.deel);
  const definition = read && terms.definition(read.feit);
  return read && definition ? factValue(read.waarde, { ...definition, eenheid: null }) : t('unknown');
}

/** The source of what was read last; the others stand with the facts. */
function Source({ reason, terms, corrections }: { reason: Reason; terms: Terms; corrections: OpenCorrection[] }) {
  const t = useText();
  const format = useFormat();
  const unknown = reason.feiten.filter((fact) => fact.waarde === null && !fact.afgeschermd);
  const dispute = unknown.map((fact) => disputeOf(fact, corrections, terms)).find((each) => each !== undefined);
  if (dispute)
    return (
      <span className="reasons__soft">
        <Dispute correction={dispute} />
      </span>
    );
  const sources = [...new Set(reason.feiten.map((fact) => fact.bron).filter((name) => name !== null))];
  const days = reason.feiten.map((fact) => fact.bekendOp).filter((day) => day !== null);
  const latest = days.toSorted().at(-1);
  if (sources.length === 0 || !latest) return <span className="reasons__soft">{t('dossier.why.no-source')}</span>;
  const kinds = [...new Set(sources.map(terms.kindOf))].filter((kind) => kind !== undefined);
  return (
    <SourceTag
      name={sources}
      document={format.shortDate(latest)}
      certainty={kinds.map((kind) => t(certaintyKey(kind))).join(', ')}
    />
  );
}
