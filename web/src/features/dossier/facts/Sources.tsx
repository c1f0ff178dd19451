import { useFormat } from '../../../locales/format';
import { useText } from '../../../locales/Language';
import { Spoken, useWords, type Words } from '../../../locales/words';
import { DataTable, type Column } from '../../../ui/data-table/DataTable';
import { SourceTag } from '../../../ui/source-tag/SourceTag';
import type { Schema } from '../../../api/types';
import { useDossier, useSources } from '../queries';

type Source = Schema['Bron'];

const spoken = (words: Words) => <Spoken words={words} />;
const nameCell = ({ naam }: Source) => <SourceTag name={naam} />;

/** Under which conditions the data came. */
export function Sources() {
  const t = useText();
  const format = useFormat();
  const words = useWords();
  const { id, asOf } = useDossier();
  const { data } = useSources(id, asOf);
  if (!data || data.length === 0) return null;
  const columns: Column<Source>[] = [
    {
      id: 'name',
      header: t('dossier.facts.source'),
      rowHeader: true,
      card: 'title',
      cell: nameCell,
    },
    { id: 'document', header: t('dossier.sources.document'), cell: (source) => source.document ?? '–' },
    {
      id: 'ground',
      header: t('dossier.sources.ground'),
      card: 'full',
      cell: (source) => spoken(words(source.grondslag, source.grondslagEngels)),
    },
    {
      id: 'purpose',
      header: t('dossier.sources.purpose'),
      card: 'full',
      cell: (source) => spoken(words(source.doel, source.doelEngels)),
    },
    { id: 'keep', header: t('dossier.sources.keep'), cell: (source) => keepText(source.bewaartermijn) },
    { id: 'since', header: t('dossier.sources.since'), cell: (source) => format.shortDate(source.ontvangenOp) },
  ];
  const keepText = (duration: string) => {
    const years = /^P(\d+)Y$/.exec(duration)?.[1];
    return years ? t('dossier.sources.years', { years }) : duration;
  };
  return (
    <DataTable
      caption={t('dossier.sources.title')}
      columns={columns}
      rows={data}
      rowId={(source) => String(source.id)}
    />
  );
}
