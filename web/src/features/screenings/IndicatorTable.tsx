import { useState } from 'react';
import { useModelVersion } from '../../api/model';
import { useModelWords } from '../../api/model-words';
import { useIndicatorCounts } from '../../api/screenings';
import type { Schema, ScreeningReference } from '../../api/types';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import { Spoken } from '../../locales/words';
import { DataTable, type Column, type Sort } from '../../ui/data-table/DataTable';
import { countsIn } from './counts-in';

type Hits = Schema['Trefkans'];

const shareOf = ({ treffers, geenTreffers }: Hits) =>
  treffers + geenTreffers === 0 ? null : treffers / (treffers + geenTreffers);

/** How often each question hit; one that hits nearly everyone tells nothing and does not count. */
export function IndicatorTable({ screening, indicators }: { screening: ScreeningReference; indicators: Hits[] }) {
  const t = useText();
  const columns = useColumns(screening);
  const [sort, setSort] = useState<Sort>({ column: 'aandeel', descending: true });
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

function useColumns({ id, model }: ScreeningReference): Column<Hits>[] {
  const t = useText();
  const format = useFormat();
  const words = useModelWords(model);
  const { data: version } = useModelVersion(model);
  const counts = useIndicatorCounts(id);
  const counted = (what: 'onbekend' | 'vanToepassing') => ({
    numeric: true,
    descendingFirst: true,
    value: ({ indicator }: Hits) => counts?.get(indicator)?.[what] ?? null,
    cell: ({ indicator }: Hits) => {
      const count = counts?.get(indicator)?.[what];
      return count === undefined ? '–' : format.number(count);
    },
  });
  return [
    {
      id: 'vraag',
      header: t('screenings.indicator'),
      rowHeader: true,
      card: 'title',
      value: ({ indicator }) => words.indicator(indicator).text,
      cell: ({ indicator }) => <Spoken words={words.indicator(indicator)} />,
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
    { id: 'onbekend', header: t('screenings.unknown'), ...counted('onbekend') },
    { id: 'van', header: t('screenings.asked'), ...counted('vanToepassing') },
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
      cell: (hits) => t(`screenings.counted-${countsIn(hits, version?.indicatoren)}`),
    },
  ];
}
