import type { ReactNode } from 'react';
import type { Schema } from '../../../api/types';
import { useFormat } from '../../../locales/format';
import { useText } from '../../../locales/Language';
import { Spoken, useWords } from '../../../locales/words';
import { SourceTag } from '../../../ui/source-tag/SourceTag';
import { certaintyKey, useValues, type Value } from '../values';
import { BarCell, type Scale } from './BarCell';
import { PartsAndFacts } from './PartsAndFacts';
import { decidingPart } from './deciding-part';
import type { Terms } from './terms';
import type { Line, Reason } from './waterfall';

interface Props {
  line: Extract<Line, { reason: Reason }>;
  folded: boolean;
  scale: Scale;
  terms: Terms;
}

/** One question of the model: what was seen, beside what others show and the limit, and what it adds. */
export function ReasonLine({ line, folded, scale, terms }: Props) {
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
          <BarCell from={line.from} to={line.to} scale={scale} look={kind === 'possible' ? 'possible' : 'certain'} />
        )}
      </td>
      <td data-column="source" data-label={t('dossier.why.column.source')}>
        <Source reason={reason} terms={terms} />
      </td>
    </tr>
  );
}

interface CellProps {
  reason: Reason;
  part: Schema['Beslissend'] | undefined;
  terms: Terms;
}

function PartCells({ reason, part, terms }: CellProps) {
  const t = useText();
  const { partText } = useValues();
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
  const { partText, factText } = useValues();
  const read = reason.feiten.find((fact) => part?.deel.includes(fact.feit));
  const closed = part ? part.afgeschermd || (part.gezien === undefined && read?.afgeschermd) : isPartlyHidden(reason);
  if (closed) return t('dossier.hidden');
  if (part?.gezien !== undefined) return partText(part.gezien, part.deel);
  const definition = read && terms.definition(read.feit);
  return read && definition
    ? factText(read.waarde, { type: definition.type, options: definition.opties })
    : t('unknown');
}

/** The source of what was read last; the others stand with the facts. */
function Source({ reason, terms }: { reason: Reason; terms: Terms }) {
  const t = useText();
  const format = useFormat();
  const sources = [...new Set(reason.feiten.map((fact) => fact.bron).filter((name) => name !== null))];
  const days = reason.feiten.map((fact) => fact.bekendOp).filter((day) => day !== null);
  const latest = days.toSorted().at(-1);
  if (sources.length === 0 || !latest) return <span className="reasons__soft">{t('dossier.why.no-source')}</span>;
  const kinds = [...new Set(sources.map(terms.kindOf))].filter((kind) => kind !== undefined);
  return (
    <SourceTag
      name={sources.join(', ')}
      document={format.shortDate(latest)}
      certainty={kinds.map((kind) => t(certaintyKey(kind))).join(', ')}
    />
  );
}
