import { useState } from 'react';
import type { Schema } from '../../api/types';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import { DataTable, type Column, type Sort } from '../../ui/data-table/DataTable';
import { useIndicatorTitles } from './use-model';

type Hits = Schema['Trefkans'];

const shareOf = ({ treffers, geenTreffers }: Hits) =>
  treffers + geenTreffers === 0 ? null : treffers / (treffers + geenTreffers);

/** How often each question hit; one that hits nearly everyone tells nothing and does not count. */
export function IndicatorTable({ model, indicators }: { model: Schema['ModelVerwijzing']; indicators: Hits[] }) {
  const t = useText();
  const format = useFormat();
  const titleOf = useIndicatorTitles(model);
  const [sort, setSort] = useState<Sort>({ column: 'aandeel', descending: true });
  const columns: Column<Hits>[] = [
    {
      id: 'vraag',
      header: t('screenings.indicator'),
      rowHeader: true,
      card: 'title',
      value: ({ indicator }) => titleOf(indicator),
      cell: ({ indicator }) => titleOf(indicator),
    },
    {
      id: 'treffers',
      header: t('screenings.hits'),
      numeric: true,
      descendingFirst: true,
      value: ({ treffers }) => treffers,
      cell: ({ treffers }) => format.number(treffers),
    },
    {
      id: 'geen',
      header: t('screenings.no-hits'),
      numeric: true,
      descendingFirst: true,
      value: ({ geenTreffers }) => geenTreffers,
      cell: ({ geenTreffers }) => format.number(geenTreffers),
    },
    {
      id: 'aandeel',
      header: t('screenings.hit-share'),
      numeric: true,
      descendingFirst: true,
      value: shareOf,
      cell: (hits) => {
        const share = shareOf(hits);
        return share === null ? t('unknown') : format.percentage(share);
      },
    },
    {
      id: 'telt',
      header: t('screenings.counts-in'),
      cell: ({ nietMeegeteld }) => t(nietMeegeteld ? 'screenings.counted-out' : 'screenings.counted-in'),
    },
  ];
  return (
    <DataTable
      caption={t('screenings.indicators')}
      columns={columns}
      rows={indicators}
      rowId={(row) => row.indicator}
      sort={sort}
      onSort={setSort}
    />
  );
}
