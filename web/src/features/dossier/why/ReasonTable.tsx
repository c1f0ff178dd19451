import { useState } from 'react';
import type { Schema } from '../../../api/types';
import { useText } from '../../../locales/Language';
import { Button } from '../../../ui/button/Button';
import { BarHead, BarKey } from './BarCell';
import { decidingPart } from './deciding-part';
import type { OpenCorrection } from './disputes';
import { ReasonLine } from './ReasonLine';
import { SumLine } from './SumLine';
import type { Terms } from './terms';
import { isFolded, waterfall, type Assessment, type Line } from './waterfall';

interface Props {
  assessment: Assessment;
  model: Schema['Modelversie'];
  terms: Terms;
  corrections: OpenCorrection[];
}

const columns = ['question', 'value', 'median', 'limit', 'points', 'sum', 'source'] as const;

/** The table that is the waterfall: each line takes the sum from one total to the next. */
export function ReasonTable({ assessment, model, terms, corrections }: Props) {
  const t = useText();
  const [unfolded, setUnfolded] = useState(false);
  const lines = waterfall(assessment);
  const folded = lines.filter(isFolded).length;
  const { grenzen } = model;
  // A column of which nothing is known for anybody tells nothing.
  const medians = lines.some((line) => 'reason' in line && decidingPart(line.reason)?.mediaan !== undefined);
  const shown = columns.filter((column) => medians || column !== 'median');
  const scale = { most: mostOf(lines, grenzen.donkerrood) + 1, limits: grenzen };

  return (
    <>
      <BarKey />
      <table className="reasons" data-unfolded={unfolded} data-medians={medians}>
        <caption className="visually-hidden">{t('dossier.why.caption')}</caption>
        <thead>
          <tr>
            {shown.map((column) => (
              <th key={column} scope="col" data-column={column}>
                {t(`dossier.why.column.${column}`)}
                {column === 'sum' && <BarHead scale={scale} />}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) =>
            'reason' in line ? (
              <ReasonLine
                key={`${line.kind}-${line.reason.indicator}`}
                line={line}
                folded={isFolded(line)}
                scale={scale}
                terms={terms}
                corrections={corrections}
              />
            ) : (
              <SumLine
                key={keyOf(line)}
                line={line}
                assessment={assessment}
                scale={scale}
                terms={terms}
                columns={shown.length}
              />
            ),
          )}
        </tbody>
      </table>
      {folded > 0 && (
        <p>
          <Button aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
            {t(unfolded ? 'dossier.why.fold' : 'dossier.why.unfold', { count: folded })}
          </Button>
        </p>
      )}
    </>
  );
}

const mostOf = (lines: Line[], atLeast: number) =>
  Math.max(atLeast, ...lines.map((line) => ('to' in line ? Math.max(line.from, line.to) : 0)));

function keyOf(line: Line): string {
  if ('category' in line) return `${line.kind}-${line.category}`;
  return 'indicator' in line ? `${line.kind}-${line.indicator}` : line.kind;
}
