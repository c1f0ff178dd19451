import { useMemo } from 'react';
import type { Schema } from '../../api/types';
import { useText } from '../../locales/Language';
import { Spoken, type Words } from '../../locales/words';
import { DataTable, type Column, type Sort } from '../../ui/data-table/DataTable';
import { ProviderLink } from '../../ui/provider-link/ProviderLink';
import { SignalBadge } from '../../ui/signal-badge/SignalBadge';
import { EmptyState } from '../../ui/states/States';
import { useComparedTitles } from './compared-titles';
import {
  directionOf,
  directions,
  filtered,
  rankOf,
  type ComparedRow,
  type Comparison,
  type ComparisonSearch,
} from './comparison';

interface Props {
  comparison: Comparison;
  search: ComparisonSearch;
  onChange: (changed: Partial<ComparisonSearch>) => void;
}

const marks = { zwaarder: '▲', lichter: '▼', onbekend: '◌', gelijk: '=' };

/** Each provider with its colour before and after, and the causes of the difference. */
export function ComparisonTable({ comparison, search, onChange }: Props) {
  const t = useText();
  const columns = useColumns(comparison);
  const { sorteer = 'verschil', volgorde = 'op' } = search;
  const sort = useMemo<Sort>(() => ({ column: sorteer, descending: volgorde === 'af' }), [sorteer, volgorde]);
  const rows = useMemo(() => filtered(comparison.regels, search), [comparison, search]);
  const count = t('screenings.comparison.count', { count: rows.length });
  return (
    <>
      <p className="visually-hidden" role="status">
        {count}
      </p>
      {rows.length === 0 ? (
        <EmptyState>{t('screenings.comparison.nobody')}</EmptyState>
      ) : (
        <DataTable
          caption={count}
          columns={columns}
          rows={rows}
          rowId={(row) => String(row.aanbieder.id)}
          sort={sort}
          onSort={({ column, descending }) =>
            onChange({ sorteer: column as ComparisonSearch['sorteer'], volgorde: descending ? 'af' : 'op' })
          }
        />
      )}
    </>
  );
}

function useColumns(comparison: Comparison): Column<ComparedRow>[] {
  const t = useText();
  const titleOf = useComparedTitles(comparison);
  return [
    {
      id: 'aanbieder',
      header: t('screenings.comparison.provider'),
      rowHeader: true,
      card: 'title',
      value: ({ aanbieder }) => aanbieder.naam,
      cell: ({ aanbieder }) => <ProviderLink id={aanbieder.id} name={aanbieder.naam} />,
    },
    {
      id: 'verschil',
      header: t('screenings.comparison.direction'),
      value: (row) => directions.indexOf(directionOf(row)),
      cell: (row) => (
        <>
          <span aria-hidden="true">{marks[directionOf(row)]}</span> {t(`screenings.direction.${directionOf(row)}`)}
        </>
      ),
    },
    {
      id: 'oud',
      header: t('screenings.comparison.before'),
      value: (row) => rankOf(row.oud),
      cell: (row) => <Position at={row.oud} />,
    },
    {
      id: 'nieuw',
      header: t('screenings.comparison.after'),
      value: (row) => rankOf(row.nieuw),
      cell: (row) => <Position at={row.nieuw} />,
    },
    {
      id: 'oorzaken',
      header: t('screenings.comparison.causes'),
      card: 'full',
      cell: (row) => <Causes causes={row.oorzaken} titleOf={titleOf} />,
    },
  ];
}

function Position({ at }: { at: Schema['Stand'] }) {
  const t = useText();
  const points = t(at.laagste === at.hoogste ? 'screenings.points' : 'screenings.points-range', {
    lowest: at.laagste,
    highest: at.hoogste,
  });
  return (
    <>
      <SignalBadge colour={at.kleur} word={at.subcategorie ? t(`sub-category.${at.subcategorie}`) : undefined} />
      <span className="screenings__detail">{points}</span>
    </>
  );
}

function Causes({ causes, titleOf }: { causes: Schema['Oorzaak'][]; titleOf: (key: string) => Words }) {
  const t = useText();
  if (causes.length === 0) return <>–</>;
  return (
    <ol className="comparison__causes">
      {causes.map(({ soort, indicatoren }) => (
        <li key={soort}>
          {t(`screenings.cause.${soort}`)}
          {indicatoren.length > 0 && (
            <ul>
              {indicatoren.map((indicator) => (
                <li key={indicator}>
                  <Spoken words={titleOf(indicator)} />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
